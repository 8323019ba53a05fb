package dev.stint.conformance.programs;

/** Interned strings, literals and constants stay the same object; built strings stay apart. */
public final class InternedStrings {
  static final String CONSTANT = "con" + 1;
  static String field = "field";

  static int same(Object... pairs) {
    int mask = 0;
    for (int i = 0; i < pairs.length; i += 2) { // frozen here
      mask = mask << 1 | (pairs[i] == pairs[i + 1] ? 1 : 0);
    }
    return mask;
  }

  public static void main(String[] args) {
    String literal = "literal";
    String built = new StringBuilder("lit").append("eral").toString();
    String copy = new String("literal");
    String interned = built.intern();
    String[] words = {"a", "b", "a", "literal"};
    for (int i = 0; i < 4; i++) { // frozen here
      words[i] = words[i] + i;
    }
    System.out.println(
        same(literal, "literal", interned, literal, CONSTANT, "con1", field, "field"));
    System.out.println(same(built, literal, copy, literal, words[0], "a0", built, built));
    int hits = 0;
    for (String w : new String[] {"x", "y", "x"}) { // frozen here
      hits += w == "x" ? 1 : 0;
    }
    System.out.println(hits + " " + (words[0].intern() == "a0") + "".isEmpty());
    switch (hits) {
      case 2 -> System.out.println(same("two", "tw" + "o", literal, "litera" + literal.charAt(6)));
      default -> System.out.println("wrong");
    }
  }
}

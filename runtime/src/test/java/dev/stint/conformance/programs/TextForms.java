package dev.stint.conformance.programs;

/** Concatenation of every type with looping operands, text blocks, and += chains. */
public final class TextForms {
  static char letter(int n) {
    char c = 'a';
    for (int i = 0; i < n; i++) { // frozen here
      c++;
    }
    return c;
  }

  static String block(String name, int n) {
    return """
    Dear %s,
      you have \t%d items "here"\
     on one line.
    """
        .formatted(name, n);
  }

  public static void main(String[] args) {
    String s = null;
    s += letter(2) + 1 + "" + letter(3) + 1L + 1.0f + 2.5 + true + null + (byte) 3 + (short) 4;
    System.out.println(s);
    for (String line : block("x" + letter(4), letter(1)).lines().toList()) { // frozen here
      System.out.println("|" + line);
    }
    Object o = "o";
    o += "p" + letter(5);
    char[] chars = {letter(1), letter(2)};
    String twoHundred = "";
    for (int i = 0; i < 20; i++) { // frozen here
      twoHundred += i + "," + letter(i % 5);
    }
    System.out.println(o + String.valueOf(chars) + twoHundred);
    System.out.println(
        "-".repeat(letter(3) - 'a') + "x".compareTo("z" + letter(1)) + 'a' + 1 + (char) ('a' + 1));
    final String constant = "con" + "stant";
    System.out.println(
        (constant == "constant") + " " + ("" + letter(1) == "b") + ("" + letter(1)).equals("b"));
    StringBuilder b = new StringBuilder();
    b.append(letter(1)).append(b.length()).append(new char[] {letter(2)}).insert(0, letter(3) + "");
    System.out.println(b.reverse());
  }
}

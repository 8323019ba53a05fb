package dev.stint.conformance.programs;

/** Switches on strings, also with equal hashes, fall-through and loops in the cases. */
public final class StringSwitches {
  static int turns(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      sum += n - i;
    }
    return sum;
  }

  static int old(String s) {
    int r = 0;
    switch (s) {
      case "Aa":
        r += turns(2);
      // fall through
      case "BB":
        r += turns(3);
        break;
      case "":
        return -1;
      case "loop":
        for (int i = 0; i < 5; i++) { // frozen here
          if (i == 3) {
            break;
          }
          r += turns(i);
        }
        break;
      default:
        r = turns(s.length());
    }
    return r * 10;
  }

  static String modern(String s) {
    return switch (s) {
      case "Aa", "BB" -> "same hash " + turns(1);
      case "x" -> {
        String t = s;
        for (int i = 0; i < 3; i++) { // frozen here
          t += modern("y" + i);
        }
        yield t;
      }
      default -> "<" + s + turns(2) + ">";
    };
  }

  public static void main(String[] args) {
    String[] words = {"Aa", "BB", "", "loop", "other", "C#"};
    for (String word : words) { // frozen here
      System.out.println(word + " " + old(word) + " " + modern(word));
    }
    System.out.println(modern("x"));
    String built = new StringBuilder("a").reverse().insert(0, 'A').toString();
    System.out.println(old(built));
  }
}

package dev.stint.conformance.programs;

// conformance: own-jvm
/** System.exit in a nested finally ends the program there, with its status and its output. */
public final class ExitInFinally {
  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  static int nested(int n) {
    try {
      try {
        System.out.println("body " + turns(n));
        throw new IllegalStateException("lost");
      } finally {
        System.out.println("inner " + turns(n + 1));
        if (n == 3) {
          System.exit(n);
        }
        System.out.println("inner done");
      }
    } catch (IllegalStateException e) {
      System.out.println("caught " + e.getMessage());
      return nested(n + 1);
    } finally {
      System.out.println("outer " + n);
    }
  }

  public static void main(String[] args) {
    System.err.println("to err " + turns(3));
    System.out.println(nested(1));
  }
}

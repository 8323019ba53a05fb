package dev.stint.conformance.programs;

/** Static and instance initializers with loops run pinned; what follows them does not. */
public final class Initializers {
  static final int[] SQUARES = new int[10];
  static int built;

  static {
    for (int i = 0; i < SQUARES.length; i++) { // pinned here
      SQUARES[i] = i * i;
    }
  }

  static class Lazy {
    static final String TEXT;

    static {
      StringBuilder b = new StringBuilder();
      for (char c = 'a'; c < 'f'; c++) { // pinned here
        b.append(c);
      }
      TEXT = b.toString();
    }
  }

  final int[] own = new int[3];

  {
    for (int i = 0; i < own.length; i++) { // pinned here
      own[i] = ++built;
    }
  }

  static int sum(int[] values) {
    int s = 0;
    for (int v : values) { // frozen here
      s += v;
    }
    return s;
  }

  public static void main(String[] args) {
    System.out.println(sum(SQUARES));
    for (int i = 0; i < 3; i++) { // frozen here
      System.out.println(sum(new Initializers().own) + " " + built);
    }
    System.out.println(Lazy.TEXT + sum(SQUARES));
    SQUARES[0] = 1000;
    System.out.println(sum(SQUARES) + " " + Lazy.TEXT.length());
  }
}

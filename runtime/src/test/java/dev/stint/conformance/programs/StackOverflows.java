package dev.stint.conformance.programs;

/** A stack overflow is caught like any error, in code with and without loops; then all goes on. */
public final class StackOverflows {
  static int plain(int n) {
    return n < 0 ? 0 : 1 + plain(n + 1);
  }

  static int looping(int n) {
    int extra = 0;
    for (int i = 0; i < n / 1_000_000_000; i++) {
      extra += i;
    }
    return extra + looping(n + 1) + 1;
  }

  static String attempt(boolean loops) {
    try {
      return "returned " + (loops ? looping(1) : plain(1));
    } catch (StackOverflowError e) {
      int n = 0;
      for (int i = 0; i < 5; i++) { // frozen here
        n += i;
      }
      return "overflow " + n + " " + (e.getStackTrace().length > 100);
    }
  }

  public static void main(String[] args) {
    for (int i = 0; i < 2; i++) { // frozen here
      System.out.println(attempt(i == 0));
    }
    System.out.println(attempt(true));
  }
}

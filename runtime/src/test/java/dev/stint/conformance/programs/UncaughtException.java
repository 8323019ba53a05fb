package dev.stint.conformance.programs;

// conformance: own-jvm
/** An uncaught exception shows the user's own frames and causes, and the status is 1. */
public final class UncaughtException {
  static int deep(int n) {
    int sum = 0;
    for (int i = 0; i < 2; i++) { // frozen here
      sum += i == 0 ? 1 : n == 0 ? fail(sum) : deep(n - 1);
    }
    return sum;
  }

  static int fail(int n) {
    try {
      for (int i = 3; i >= n; i--) { // frozen here
        n += 6 / i - 1;
      }
      throw new IllegalArgumentException("inner " + n);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("outer", e);
    }
  }

  public static void main(String[] args) {
    System.out.println("before");
    System.out.println(deep(2));
  }
}

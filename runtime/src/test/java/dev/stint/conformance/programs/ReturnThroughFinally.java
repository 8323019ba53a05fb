package dev.stint.conformance.programs;

/** Returns, breaks and continues that pass through finally blocks which loop. */
public final class ReturnThroughFinally {
  static int count;

  static int tick(int n) {
    for (int i = 0; i < n; i++) { // frozen here
      count++;
    }
    return count;
  }

  static double value() {
    double d = tick(1);
    try {
      return d * 2;
    } finally {
      d = 99;
      tick(2);
    }
  }

  @SuppressWarnings("finally")
  static String overridden() {
    try {
      throw new IllegalStateException("lost");
    } finally {
      return "kept " + tick(3);
    }
  }

  static long breaks() {
    long total = 0;
    outer:
    for (int i = 0; i < 6; i++) { // frozen here
      try {
        if (i == 1) {
          continue;
        }
        if (i == 4) {
          break outer;
        }
        total += tick(2);
      } finally {
        total += 1000 + tick(1);
      }
      total *= 2;
    }
    return total;
  }

  static String nestedReturns(int n) {
    try {
      try {
        return "inner" + tick(n);
      } finally {
        if (n > 2) {
          throw new IllegalArgumentException("n=" + n + " " + tick(1));
        }
      }
    } catch (IllegalArgumentException e) {
      return e.getMessage() + tick(2);
    } finally {
      tick(4);
    }
  }

  public static void main(String[] args) {
    System.out.println(value());
    System.out.println(overridden());
    System.out.println(breaks());
    System.out.println(nestedReturns(1) + " " + nestedReturns(3));
    System.out.println(count);
  }
}

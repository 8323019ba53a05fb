package dev.stint.conformance.programs;

/** Three levels of try, catch and finally with loops in each and an order that must hold. */
public final class NestedTryFinally {
  static final StringBuilder TRACE = new StringBuilder();

  static void step(String name) {
    for (int i = 0; i < 2; i++) { // frozen here
      TRACE.append(name).append(i).append(' ');
    }
  }

  static long levels(int failAt) {
    long result = 1;
    try {
      step("a");
      try {
        step("b");
        fail(failAt, 1);
        try {
          step("c");
          fail(failAt, 2);
          result += 100;
        } catch (IllegalArgumentException e) {
          step("d");
          result *= 3;
          fail(failAt, 3);
        } finally {
          step("e");
          result += 7;
          fail(failAt, 4);
        }
        step("f");
      } finally {
        step("g");
        result *= 2;
      }
    } catch (RuntimeException e) {
      step("h");
      TRACE.append(e.getMessage()).append(' ');
      return -result;
    } finally {
      step("i");
      result = 0;
    }
    return result + 1000;
  }

  static void fail(int at, int here) {
    if (at == here) {
      throw new IllegalStateException("at " + here);
    }
    if (at == 10 + here) {
      throw new IllegalArgumentException("argument " + here);
    }
  }

  public static void main(String[] args) {
    for (int at : new int[] {0, 1, 2, 3, 4, 11, 12, 13, 14}) { // frozen here
      TRACE.setLength(0);
      System.out.println(at + " -> " + levels(at));
      System.out.println(TRACE);
    }
  }
}

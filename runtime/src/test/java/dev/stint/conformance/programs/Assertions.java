package dev.stint.conformance.programs;

/** Assertions with loops in condition and message behave the same whether on or off. */
public final class Assertions {
  static int evaluated;

  static boolean check(int n) {
    evaluated++;
    for (int i = 0; i < n; i++) {
      evaluated += 0;
    }
    return n < 5;
  }

  static int work(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      assert check(i) : "turn " + i + check(0);
      sum += i;
    }
    return sum;
  }

  public static void main(String[] args) {
    boolean on = false;
    assert on = true;
    System.out.println(work(4));
    System.out.println(evaluated == (on ? 4 : 0));
    String result;
    try {
      result = "sum " + work(7);
    } catch (AssertionError e) {
      result = e.getMessage();
    }
    System.out.println(result.equals(on ? "turn 5true" : "sum 21"));
    System.out.println(Assertions.class.desiredAssertionStatus() == on);
  }
}

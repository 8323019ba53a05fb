package dev.stint.conformance.programs;

/** Variables defined before a try, inside it, and in its handlers, changed on each path. */
public final class VariablesAndTry {
  static int work(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      sum += i;
      if (sum > 40) {
        throw new ArithmeticException("too much: " + sum);
      }
    }
    return sum;
  }

  static String run(int n) {
    int before = n;
    String text = "start";
    long late;
    try {
      int inside = work(n);
      text = "tried";
      String both = text + inside;
      late = inside * 2L;
      before += work(n + 2);
      text = both + before;
    } catch (ArithmeticException e) {
      String message = e.getMessage();
      late = -1;
      before *= 2;
      text += "/" + message + work(3);
    } finally {
      double third = before / 4.0;
      text += ":" + third + work(2);
    }
    int after = work(4);
    return text + " " + late + " " + before + " " + after;
  }

  public static void main(String[] args) {
    for (int n = 5; n < 12; n++) { // frozen here
      System.out.println(run(n));
    }
    int reused = 3;
    {
      String slot = "one" + work(reused);
      System.out.println(slot);
    }
    {
      long slot = 7L * work(reused + 1);
      double other = slot / 3;
      System.out.println(slot + other);
    }
  }
}

package dev.stint.conformance.programs;

/** Short circuits and nested conditionals whose branches loop. */
public final class ConditionalExpressions {
  static int calls;

  static boolean is(boolean answer, int turns) {
    calls++;
    for (int i = 0; i < turns; i++) { // frozen here
      answer = !answer;
    }
    return answer;
  }

  static Object pick(int n) {
    return n > 2 ? (is(true, 2) ? "big" : 'b') : is(false, 1) ? (Object) n : is(true, 3) ? 1L : 2.0;
  }

  public static void main(String[] args) {
    System.out.println(is(true, 2) && is(false, 4) && is(true, 6));
    System.out.println(is(false, 2) || is(true, 1) || is(true, 2));
    System.out.println(!is(true, 1) & is(true, 2) | is(false, 2) ^ is(true, 4));
    System.out.println(calls);
    for (int i = 0; i < 6; i++) { // frozen here
      System.out.println(pick(i));
    }
    int x = is(true, 2) ? is(false, 2) ? 1 : is(true, 4) ? 2 : 3 : 4;
    long y = is(true, 2) ? x : 9L;
    Integer boxed = is(false, 1) ? Integer.valueOf(x + 500) : null;
    System.out.println(x + y + boxed);
    boolean all = true;
    for (int i = 0; all && i < 5 && is(true, i + i); i++) { // frozen here
      all = is(i < 3, 2);
    }
    System.out.println(all + " " + calls);
  }
}

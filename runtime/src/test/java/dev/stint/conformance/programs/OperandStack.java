package dev.stint.conformance.programs;

/** Values of every width wait on the operand stack while a callee loops. */
public final class OperandStack {
  static int turns(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      sum += i;
    }
    return sum;
  }

  static long wide(long n) {
    long sum = 1;
    while (n-- > 0) { // frozen here
      sum = sum * 3 + n;
    }
    return sum;
  }

  static String join(String a, int b, long c, double d, int[] e, Object f) {
    return a + b + c + d + e.length + f;
  }

  public static void main(String[] args) {
    int[] array = {1, 2, 3};
    long big = 1L << 40;
    double half = 0.5;
    System.out.println(1 + turns(3) * 2 + turns(4));
    System.out.println(big + wide(5) - big * wide(2));
    System.out.println(half + turns(5) / 4.0 + half * wide(3));
    System.out.println(join("a", turns(2), wide(2), turns(3) + half, array, turns(4)));
    System.out.println(array[turns(2)] + array[2] * turns(3));
    System.out.println("x".concat("y" + turns(3)).concat("z"));
    System.out.println((big ^ wide(4)) > (long) (half * turns(9)) ? turns(1) : turns(6));
    float f = 1.5f;
    byte b = 7;
    char c = 'k';
    short s = -3;
    System.out.println(f * turns(3) + b * turns(3) + (char) (c + turns(3)) + s + turns(2));
    System.out.println(new int[] {turns(1), turns(2), turns(3)}[turns(2)]);
    System.out.println(Math.max(turns(4), 5 + Math.min(turns(5), 7 - turns(3))));
  }
}

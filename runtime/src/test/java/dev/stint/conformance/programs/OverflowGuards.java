package dev.stint.conformance.programs;

import java.util.function.LongBinaryOperator;

/**
 * Sums that must not overflow: exact methods, saturating casts, mixed types, and what is thrown.
 */
public final class OverflowGuards {
  enum Policy {
    WRAP((a, b) -> a + b),
    EXACT(Math::addExact),
    CLAMP(OverflowGuards::clamp);

    final LongBinaryOperator add;

    Policy(LongBinaryOperator add) {
      this.add = add;
    }
  }

  static long clamp(long a, long b) {
    long r = a + b;
    return ((a ^ r) & (b ^ r)) < 0 ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : r;
  }

  static long power(long base, int exponent, Policy policy) {
    long r = 0;
    long term = 1;
    for (int i = 0; i < exponent; i++) { // frozen here
      long product = 0;
      for (long k = base; k > 0; k--) { // frozen here
        product = policy.add.applyAsLong(product, term);
      }
      term = product;
      r = policy.add.applyAsLong(r, term);
    }
    return r;
  }

  static String mixed(int turns) {
    int i = Integer.MAX_VALUE - 2;
    long l = 1;
    float f = 0.1f;
    double d = 1e10;
    short s = 0;
    for (int t = 0; t < turns; t++) { // frozen here
      i += f;
      l += i * 2;
      l = l * 31 + (i = -i);
      f += l;
      d -= f / (t + 1) * s++;
      s *= 3.7;
      i -= d % 1000;
    }
    return i + " " + l + " " + f + " " + d + " " + s;
  }

  static int digits(double x) {
    int n = 0;
    while (x != 0 && !(x > Double.MAX_VALUE) && x == x && n < 400) { // frozen here
      x = x > 1 ? x / 16 : x * x;
      n++;
    }
    return n;
  }

  public static void main(String[] args) {
    for (Policy p : Policy.values()) { // frozen here
      for (int e = 20; e <= 60; e += 40) { // frozen here
        try {
          System.out.println(p + " " + power(2, e, p) + " " + power(3, e, p));
        } catch (ArithmeticException x) {
          System.out.println(p + " " + x.getMessage());
        }
      }
    }
    System.out.println(mixed(9));
    double[] odd = {0.5, -0.0, Double.NaN, 1e300, Double.POSITIVE_INFINITY, 3e9, -1e19};
    for (double x : odd) { // frozen here
      System.out.print(
          digits(x)
              + ":"
              + (int) x
              + ":"
              + (long) x
              + ":"
              + (short) x
              + ":"
              + (char) x % 7
              + ":"
              + (float) x
              + " ");
      System.out.println(Double.compare(x, 0) + " " + (x == 0) + (x <= 0) + !(x > 0) + 1 / x);
    }
    int[] divisors = {7, -1, 0};
    for (int n : divisors) { // frozen here
      try {
        System.out.print(
            Integer.MIN_VALUE / n + " " + Long.MIN_VALUE % n + " " + 5 % -3.5 * n + " ");
        System.out.println(Math.floorMod(-7, n) + " " + Math.negateExact(n == 7 ? n : 1 << 31));
      } catch (ArithmeticException e) {
        System.out.println(e.getMessage());
      }
    }
    long fact = 1;
    int n = 1;
    try {
      for (; ; fact = Math.multiplyExact(fact, (long) n++)) {} // frozen here
    } catch (ArithmeticException e) {
      System.out.println(n + " " + fact + " " + Math.toIntExact(fact % 1_000_007));
    }
    System.out.println(Integer.parseUnsignedInt("4294967295") + " " + Long.toUnsignedString(-fact));
  }
}

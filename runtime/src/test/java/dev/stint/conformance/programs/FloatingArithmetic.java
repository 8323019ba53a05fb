package dev.stint.conformance.programs;

/** Floating point over loops: NaN, infinities, signed zero, rounding, float and double. */
public final class FloatingArithmetic {
  static double sqrt(double x) {
    double guess = x / 2;
    while (Math.abs(guess * guess - x) > 1e-9) { // frozen here
      guess = (guess + x / guess) / 2;
    }
    return guess;
  }

  static strictfp float harmonic(int n) {
    float s = 0;
    for (int i = 1; i <= n; i++) { // frozen here
      s += 1f / i;
    }
    return s;
  }

  static double kahan(double[] values) {
    double sum = 0;
    double lost = 0;
    for (double v : values) { // frozen here
      double y = v - lost;
      double t = sum + y;
      lost = t - sum - y;
      sum = t;
    }
    return sum;
  }

  public static void main(String[] args) {
    System.out.println(
        sqrt(2) + " " + harmonic(50) + " " + kahan(new double[] {1e16, 1, 1, -1e16}));
    double[] specials = {0.0, -0.0, 1.0, Double.NaN, Double.POSITIVE_INFINITY, -1e308};
    for (double a : specials) { // frozen here
      StringBuilder b = new StringBuilder().append(a).append(':');
      for (double c : specials) { // frozen here
        b.append(' ').append(a / c).append(a < c ? '<' : a == c ? '=' : '?').append(a % c);
      }
      System.out.println(b);
    }
    double nan = Double.longBitsToDouble(0x7ff8000000000123L);
    float tiny = Float.MIN_NORMAL;
    for (int i = 0; i < 4; i++) { // frozen here
      tiny /= 3;
      nan += 0;
    }
    System.out.println(Double.doubleToLongBits(nan) + " " + Float.floatToRawIntBits(tiny));
    System.out.println(1 / -0.0 + " " + (0.1 + 0.2) + " " + (float) 0.1 + " " + 1e-5 + " " + 100f);
    System.out.println(Math.round(-2.5) + " " + Math.rint(2.5) + " " + (0.0 == -0.0));
    System.out.println(Double.valueOf(Double.NaN).equals(Double.NaN) + " " + Math.fma(2, 3, 0.5));
  }
}

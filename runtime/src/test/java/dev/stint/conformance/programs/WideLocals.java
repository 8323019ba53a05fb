package dev.stint.conformance.programs;

/** Long, double and narrow locals interleaved, all alive over nested loops. */
public final class WideLocals {
  static double blend(
      int a, long b, float c, double d, byte e, short f, char g, boolean h, String i, long[] j) {
    long l1 = a * b;
    int i1 = a + e;
    double d1 = c * d;
    short s1 = (short) (f + 1);
    float f1 = c / 3;
    long l2 = l1 ^ j[0];
    boolean z1 = h;
    byte b1 = (byte) (e * 3);
    char c1 = (char) (g + 1);
    for (int x = 0; x < 4; x++) { // frozen here
      double inner = d1 / (x + 1);
      long step = l2 + x;
      for (long y = step; y < step + 3; y++) { // frozen here
        d1 += inner - y % 7;
        l1 += y;
        f1 *= 1.5f;
        s1 += (short) y;
        b1 ^= (byte) x;
        c1++;
        z1 = !z1;
      }
      i1 -= x;
      l2--;
    }
    System.out.println(l1 + " " + i1 + " " + d1 + " " + s1 + " " + f1 + " " + l2);
    System.out.println(z1 + " " + b1 + " " + c1 + " " + i + j.length);
    return d1 + l1;
  }

  static boolean flip(boolean b, int n) {
    for (; n > 0; n--) { // frozen here
      b ^= true;
    }
    return b;
  }

  public static void main(String[] args) {
    double r =
        blend(
            3,
            5_000_000_000L,
            0.25f,
            -1e10,
            (byte) 100,
            (short) -20000,
            'x',
            true,
            "s",
            new long[] {Long.MIN_VALUE, 2});
    System.out.println(r);
    System.out.println(flip(true, 3) + " " + flip(false, 4));
    float min = Float.MIN_VALUE;
    double max = Double.MAX_VALUE;
    long least = Long.MIN_VALUE;
    for (int i = 0; i < 3; i++) { // frozen here
      min *= 2;
      max /= 2;
      least >>= 1;
    }
    System.out.println(min + " " + max + " " + least);
  }
}

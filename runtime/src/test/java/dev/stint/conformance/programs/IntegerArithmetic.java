package dev.stint.conformance.programs;

/** Overflow, shifts, division and bit twiddling over loops, in int and long. */
public final class IntegerArithmetic {
  static int popCount(int x) {
    int n = 0;
    while (x != 0) { // frozen here
      x &= x - 1;
      n++;
    }
    return n;
  }

  static long gcd(long a, long b) {
    while (b != 0) { // frozen here
      long t = a % b;
      a = b;
      b = t;
    }
    return a;
  }

  static int reverse(int x) {
    int r = 0;
    for (int i = 0; i < 32; i++) { // frozen here
      r = r << 1 | x & 1;
      x >>>= 1;
    }
    return r;
  }

  static long modPow(long base, long exponent, long mod) {
    long r = 1;
    for (; exponent > 0; exponent >>= 1) { // frozen here
      if ((exponent & 1) == 1) {
        r = r * base % mod;
      }
      base = base * base % mod;
    }
    return r;
  }

  public static void main(String[] args) {
    int h = 17;
    long f = 0xcbf29ce484222325L;
    for (int i = 0; i < 40; i++) { // frozen here
      h = h * 31 + i;
      f = (f ^ i) * 0x100000001b3L;
    }
    System.out.println(h + " " + f + " " + Long.toHexString(f >>> 7));
    System.out.println(popCount(-1) + popCount(h) + " " + reverse(1) + " " + reverse(h));
    System.out.println(gcd(1071, 462) + " " + gcd(-48, 18) + " " + modPow(7, 560, 561));
    System.out.println(
        Integer.MIN_VALUE / -1 + " " + Integer.MIN_VALUE % -1 + " " + -7 / 2 + -7 % 2);
    System.out.println((1 << 33) + " " + (1L << 65) + " " + (-1 >>> 28) + " " + (-1 >> 40));
    byte b = (byte) 200;
    short s = (short) 70000;
    char c = (char) -1;
    System.out.println(b + " " + s + " " + (int) c + " " + (b & 0xff) + " " + (byte) (b << 1));
    System.out.println((int) 3.99e10 + " " + (long) -1e30 + " " + (int) Double.NaN);
    try {
      for (int i = 1; ; i *= 10) { // frozen here
        h = Math.multiplyExact(i, 10);
      }
    } catch (ArithmeticException e) {
      System.out.println(e.getMessage() + " after " + h);
    }
  }
}

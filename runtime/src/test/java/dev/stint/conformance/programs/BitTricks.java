package dev.stint.conformance.programs;

import java.util.BitSet;

/**
 * Gray codes, bit boards, hashes and a bit-set sieve, with narrow types in compound assignments.
 */
public final class BitTricks {
  private static final long[] FILES = new long[8];

  static {
    for (int f = 0; f < 8; f++) {
      FILES[f] = 0x0101010101010101L << f;
    }
  }

  private byte tiny = 100;
  private short small = -3;
  private char letter = 'x';
  private float real = 1.5f;

  String narrow(int turns) {
    byte[] bytes = {1, -1};
    char[] chars = {'a'};
    for (int i = 0; i < turns; i++) { // frozen here
      tiny += i * 37.9;
      small <<= 2;
      small ^= tiny;
      letter += small & 3;
      letter -= 1L;
      real *= i - 0.5;
      bytes[i & 1] -= letter;
      bytes[1] >>>= 1;
      chars[0]++;
      chars[0] %= 'k';
    }
    return tiny
        + " "
        + small
        + " "
        + (int) letter
        + " "
        + real
        + " "
        + bytes[0]
        + bytes[1]
        + (int) chars[0]--;
  }

  static long queens(int n, long columns, long left, long right) {
    long full = (1L << n) - 1;
    if (columns == full) {
      return 1;
    }
    long count = 0;
    for (long free = full & ~(columns | left | right); free != 0; free &= free - 1) { // frozen here
      long bit = free & -free;
      count += queens(n, columns | bit, (left | bit) << 1, (right | bit) >>> 1);
    }
    return count;
  }

  static int mix(int h, long... values) {
    for (long v : values) { // frozen here
      h = Integer.rotateLeft(h, 5) ^ (int) (v ^ v >>> 32) * 0x9E3779B9;
      h = ~h >>> (h & 3) ^ h << -3;
    }
    return h;
  }

  static String knights(int square) {
    StringBuilder b = new StringBuilder();
    long bit = 1L << square;
    long notA = ~FILES[0];
    long notH = ~FILES[7];
    long moves =
        (bit & notA) << 15 | (bit & notH) << 17 | (bit & notA) >>> 17 | (bit & notH) >>> 15;
    while (moves != 0) { // frozen here
      int s = Long.numberOfTrailingZeros(moves);
      moves ^= Long.lowestOneBit(moves);
      b.append((char) ('a' + s % 8)).append(1 + s / 8).append(' ');
    }
    return b.toString();
  }

  public static void main(String[] args) {
    System.out.println(new BitTricks().narrow(9));
    System.out.println(
        queens(5, 0, 0, 0) + " " + queens(6, 0, 0, 0) + " " + knights(28) + knights(0));
    System.out.println(mix(7, 1, -1L, Long.MIN_VALUE, 0x123456789abcdefL) + " " + mix(1));
    StringBuilder gray = new StringBuilder();
    for (int i = 0; i < 8; i++) { // frozen here
      int g = i ^ i >> 1;
      gray.append(Integer.toBinaryString(0b1000 | g), 1, 4).append(Integer.bitCount(g));
    }
    System.out.println(gray);
    BitSet composite = new BitSet(60);
    for (int p = 2; p < 60; p = composite.nextClearBit(p + 1)) { // frozen here
      for (int m = p * p; m < 60; m += p) { // frozen here
        composite.set(m);
      }
    }
    composite.flip(2, 60);
    for (int p = composite.nextSetBit(0); p >= 0; p = composite.nextSetBit(p + 1)) { // frozen here
      System.out.print(p + (composite.nextSetBit(p + 1) < 0 ? "\n" : ","));
    }
    long crc = ~0;
    for (byte b : "stint".getBytes()) { // frozen here
      crc ^= b & 0xff;
      for (int k = 0; k < 8; k++) { // frozen here
        crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320L : crc >>> 1;
      }
    }
    System.out.println(Long.toHexString(~crc & 0xffff_ffffL) + " " + composite.cardinality());
  }
}

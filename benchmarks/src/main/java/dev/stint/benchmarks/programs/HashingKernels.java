package dev.stint.benchmarks.programs;

/** Tight loops over bytes and words. */
final class HashingKernels {
  private HashingKernels() {}

  private static byte[] bytes() {
    byte[] all = new byte[4096];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i * 31);
    }
    return all;
  }

  static long fnv(int count) {
    byte[] all = bytes();
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < count; i++) {
      hash = (hash ^ all[i & 4095]) * 0x100000001b3L;
    }
    return hash;
  }

  static long crc(int count) {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int entry = i;
      for (int bit = 0; bit < 8; bit++) {
        entry = (entry & 1) == 0 ? entry >>> 1 : entry >>> 1 ^ 0xedb88320;
      }
      table[i] = entry;
    }
    byte[] all = bytes();
    int crc = -1;
    for (int i = 0; i < count; i++) {
      crc = crc >>> 8 ^ table[(crc ^ all[i & 4095]) & 0xff];
    }
    return crc;
  }

  /** A generator of pseudo-random numbers (Steele, Lea, Flood 2014: SplitMix). */
  static long mixing(int count) {
    long state = 42;
    long sum = 0;
    for (int i = 0; i < count; i++) {
      state += 0x9e3779b97f4a7c15L;
      long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
      sum += mixed ^ mixed >>> 31;
    }
    return sum;
  }
}

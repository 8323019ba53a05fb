package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** A string of a megabyte and big arrays of each primitive, held over a few safepoints. */
public final class LargeData {
  static long checksum(byte[] data) {
    return new String(data, java.nio.charset.StandardCharsets.ISO_8859_1).hashCode();
  }

  public static void main(String[] args) {
    String mega = "0123456789abcdef".repeat(1 << 16);
    String wide = "\u20ac\u00e9x".repeat(100_000);
    byte[] bytes = mega.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    int[] ints = new int[200_000];
    long[] longs = new long[50_000];
    double[] doubles = new double[50_000];
    char[] chars = wide.toCharArray();
    boolean[] bits = new boolean[100_000];
    List<Integer> boxes = new ArrayList<>(java.util.Collections.nCopies(50_000, 300));
    java.util.Arrays.setAll(ints, i -> i * i);
    java.util.Arrays.setAll(longs, i -> (long) i << 33);
    java.util.Arrays.setAll(doubles, i -> i / 7.0);
    for (int i = 0; i < 3; i++) { // frozen here
      ints[i * 60_000]++;
      bits[i * 30_000] = true;
      bytes[i * 300_000] = '!';
    }
    System.out.println(mega.length() + " " + mega.hashCode() + " " + wide.hashCode());
    System.out.println(java.util.Arrays.hashCode(ints) + " " + java.util.Arrays.hashCode(longs));
    System.out.println(java.util.Arrays.hashCode(doubles) + " " + java.util.Arrays.hashCode(bits));
    System.out.println(checksum(bytes) + " " + boxes.hashCode() + " " + chars[299_999]);
  }
}

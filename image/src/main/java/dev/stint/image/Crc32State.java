package dev.stint.image;

import java.util.zip.CRC32;

/**
 * Puts a checksum into a given state: four bytes can lead a CRC-32 from any value to any other (M.
 * Stigge, H. Ploetz, W. Mueller, J.-P. Redlich, "Reversing CRC - Theory and Practice", 2006).
 */
final class Crc32State {
  private static final int POLYNOMIAL = 0xEDB88320;
  private static final int[] TABLE = new int[256];

  /** For each top byte of a table entry, the entry's index. */
  private static final int[] BY_TOP_BYTE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int c = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        c = (c & 1) != 0 ? c >>> 1 ^ POLYNOMIAL : c >>> 1;
      }
      TABLE[i] = c;
      BY_TOP_BYTE[c >>> 24] = i;
    }
  }

  private Crc32State() {}

  /** A checksum whose value is {@code value} and which goes on from there. */
  static CRC32 of(int value) {
    int[] indexes = new int[Integer.BYTES];
    int wanted = ~value;
    for (int i = Integer.BYTES - 1; i >= 0; i--) {
      indexes[i] = BY_TOP_BYTE[wanted >>> 24];
      wanted = (wanted ^ TABLE[indexes[i]]) << 8;
    }
    CRC32 crc = new CRC32();
    int state = ~0;
    for (int index : indexes) {
      crc.update((state ^ index) & 0xFF);
      state = state >>> 8 ^ TABLE[index];
    }
    return crc;
  }
}

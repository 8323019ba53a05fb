package dev.stint.cluster;

import java.util.HexFormat;

/** A SHA-256 of some bytes: their name wherever content is stored or shipped. */
public record Digest(String hex) implements Comparable<Digest> {
  /** Bytes in a SHA-256. */
  public static final int LENGTH = 32;

  /** Refuses what is not 64 lower-case hexadecimal digits with {@link IllegalArgumentException}. */
  public Digest {
    if (hex.length() != 2 * LENGTH || !isLowerHex(hex)) {
      throw new IllegalArgumentException(
          "A digest is 64 lower-case hexadecimal digits, not '" + hex + "'");
    }
  }

  /** The digest whose 32 bytes are given. */
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  /** The 32 bytes. */
  public byte[] toByteArray() {
    return HexFormat.of().parseHex(hex);
  }

  private static boolean isLowerHex(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  @Override
  public int compareTo(Digest other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex.substring(0, 12);
  }
}

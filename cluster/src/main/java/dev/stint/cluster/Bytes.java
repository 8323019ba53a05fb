package dev.stint.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes as a value: immutable, equal by content. */
public final class Bytes {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private static final int SHOWN = 8;

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of the given bytes. */
  public static Bytes copyOf(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /**
   * The given array itself, uncopied: for an image of megabytes that its maker just wrote and never
   * touches again.
   */
  public static Bytes adopt(byte[] bytes) {
    return new Bytes(bytes);
  }

  /** The UTF-8 form of a text. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Number of bytes. */
  public int size() {
    return content.length;
  }

  /** A copy of the bytes from one offset to another (excluded). */
  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(content, from, to));
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return content.clone();
  }

  /** Writes the bytes into an array that has room for {@link #size} bytes from an offset. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(content, 0, target, offset, content.length);
  }

  /** The bytes read as UTF-8. */
  public String toUtf8() {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    String start = HexFormat.of().formatHex(content, 0, Math.min(SHOWN, content.length));
    return content.length + " bytes" + (content.length == 0 ? "" : " " + start);
  }
}

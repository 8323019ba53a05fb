package dev.stint.image.kryo;

import com.esotericsoftware.kryo.io.Output;

/** A growing byte buffer that can be cut back and copied from, as a stack of byte ranges needs. */
public final class ByteSink {
  private final Output out = new Output(1024, -1);

  public int position() {
    return out.position();
  }

  /** Drops everything from {@code position} on. */
  public void truncate(int position) {
    out.setPosition(position);
  }

  public void int8(int value) {
    out.writeByte(value);
  }

  /** One to five bytes; small non-negative values take the fewest. */
  public void unsigned(int value) {
    out.writeVarInt(value, true);
  }

  /** One to five bytes; values near zero take the fewest. */
  public void signed(int value) {
    out.writeVarInt(value, false);
  }

  /** One to nine bytes; values near zero take the fewest. */
  public void signed(long value) {
    out.writeVarLong(value, false);
  }

  public void int32(int value) {
    out.writeInt(value);
  }

  public void int64(long value) {
    out.writeLong(value);
  }

  public void bytes(byte[] source, int offset, int length) {
    out.writeBytes(source, offset, length);
  }

  /** Appends the bytes {@code from} to {@code to} of another buffer. */
  public void copy(ByteSink source, int from, int to) {
    out.writeBytes(source.out.getBuffer(), from, to - from);
  }

  /** A copy of the bytes from {@code from} to {@code to}. */
  public byte[] copy(int from, int to) {
    return java.util.Arrays.copyOfRange(out.getBuffer(), from, to);
  }

  public byte[] toBytes() {
    return out.toBytes();
  }
}

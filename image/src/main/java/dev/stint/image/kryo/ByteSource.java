package dev.stint.image.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import dev.stint.image.ImageFormatException;

/** Reads what {@link ByteSink} wrote, believing no length that the bytes left cannot hold. */
public final class ByteSource {
  private final Input in;
  private final int end;

  public ByteSource(byte[] bytes) {
    in = new Input(bytes);
    end = bytes.length;
  }

  public int position() {
    return in.position();
  }

  public int remaining() {
    return end - in.position();
  }

  /** Throws unless {@code count} items of at least {@code bytesEach} bytes can follow. */
  public int checked(int count, int bytesEach) {
    if (count < 0 || (long) count * bytesEach > remaining()) {
      throw new ImageFormatException(
          "the image says that "
              + (count & 0xFFFFFFFFL)
              + " items follow at byte "
              + position()
              + ", but only "
              + remaining()
              + " bytes are left: it was cut short or damaged");
    }
    return count;
  }

  public int int8() {
    checked(1, 1);
    return in.readByte();
  }

  public int unsigned() {
    try {
      return in.readVarInt(true);
    } catch (KryoException e) {
      throw cutShort(e);
    }
  }

  public int signed() {
    try {
      return in.readVarInt(false);
    } catch (KryoException e) {
      throw cutShort(e);
    }
  }

  public long signedLong() {
    try {
      return in.readVarLong(false);
    } catch (KryoException e) {
      throw cutShort(e);
    }
  }

  public int int32() {
    checked(1, 4);
    return in.readInt();
  }

  public long int64() {
    checked(1, 8);
    return in.readLong();
  }

  public byte[] bytes(int count) {
    return in.readBytes(checked(count, 1));
  }

  private ImageFormatException cutShort(KryoException e) {
    return new ImageFormatException(
        "the image ends in the middle of a number at byte " + position() + ": it was cut short", e);
  }
}

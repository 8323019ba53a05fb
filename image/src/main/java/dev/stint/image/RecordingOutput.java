package dev.stint.image;

import dev.stint.image.kryo.ByteSink;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Takes an object's state down on a recording. */
final class RecordingOutput implements ImageOutput {
  private static final int LONGEST_CONSTANT = 256;

  /** After so many strings that were no constants, the rest of an image is taken for data. */
  private static final int MOST_MISSES = 4096;

  private final Recording recording;
  private final ByteSink bytes;
  private final ToIntFunction<Class<?>> tokens;
  private int misses;

  RecordingOutput(Recording recording, ToIntFunction<Class<?>> tokens) {
    this.recording = recording;
    this.bytes = recording.bytes;
    this.tokens = tokens;
  }

  /**
   * Whether the string is in the JVM's table of constants. Asking with a copy leaves no trace: a
   * string that was no constant does not become one.
   */
  boolean isInterned(String value) {
    if (value.length() > LONGEST_CONSTANT || misses >= MOST_MISSES) {
      return false;
    }
    boolean interned = new String(value.toCharArray()).intern() == value;
    misses += interned ? 0 : 1;
    return interned;
  }

  @Override
  public void writeBoolean(boolean value) {
    bytes.int8(value ? 1 : 0);
  }

  @Override
  public void writeByte(int value) {
    bytes.int8(value);
  }

  @Override
  public void writeCount(int value) {
    bytes.unsigned(value);
  }

  @Override
  public void writeInt(int value) {
    bytes.signed(value);
  }

  @Override
  public void writeLong(long value) {
    bytes.signed(value);
  }

  @Override
  public void writeFixedInt(int value) {
    bytes.int32(value);
  }

  @Override
  public void writeFixedLong(long value) {
    bytes.int64(value);
  }

  @Override
  public void writeFloat(float value) {
    bytes.int32(Float.floatToRawIntBits(value));
  }

  @Override
  public void writeDouble(double value) {
    bytes.int64(Double.doubleToRawLongBits(value));
  }

  @Override
  public void writeText(@Nullable String value) {
    writeText(bytes, value);
  }

  @Override
  public void writeBytes(byte[] value) {
    bytes.unsigned(value.length);
    bytes.bytes(value, 0, value.length);
  }

  @Override
  public void writeRef(@Nullable Object value) {
    recording.ref(value);
  }

  @Override
  public void writeType(Class<?> type) {
    bytes.unsigned(tokens.applyAsInt(type));
  }

  /** Length, one bit for the width, then chars of one or two bytes: keeps lone surrogates. */
  static void writeText(ByteSink bytes, @Nullable String value) {
    if (value == null) {
      bytes.unsigned(0);
      return;
    }
    int length = value.length();
    boolean wide = isWide(value);
    bytes.unsigned((length + 1) << 1 | (wide ? 1 : 0));
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (wide) {
        bytes.int8(c >> 8);
      }
      bytes.int8(c);
    }
  }

  private static boolean isWide(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 0xFF) {
        return true;
      }
    }
    return false;
  }
}

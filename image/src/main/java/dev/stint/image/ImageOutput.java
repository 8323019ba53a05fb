package dev.stint.image;

import org.jspecify.annotations.Nullable;

/** Takes the state of one object: values in place, other objects as references. */
public interface ImageOutput {
  void writeBoolean(boolean value);

  void writeByte(int value);

  /** A length or index, not negative; small ones take a byte. */
  void writeCount(int value);

  /** Any int; those near zero take the fewest bytes. */
  void writeInt(int value);

  /** Any long; those near zero take the fewest bytes. */
  void writeLong(long value);

  /** Four bytes. */
  void writeFixedInt(int value);

  /** Eight bytes. */
  void writeFixedLong(long value);

  void writeFloat(float value);

  void writeDouble(double value);

  /** Text whose identity nobody can observe; a string that is an object goes by writeRef. */
  void writeText(@Nullable String value);

  void writeBytes(byte[] value);

  /** Another object, or null. */
  void writeRef(@Nullable Object value);

  /** A class, written once per image and then by number. */
  void writeType(Class<?> type);
}

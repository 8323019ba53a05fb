package dev.stint.image;

import org.jspecify.annotations.Nullable;

/**
 * Gives back what {@link ImageOutput} took, in the same order. Every method throws {@link
 * ImageFormatException} when the bytes cannot mean what is asked for.
 */
public interface ImageInput {
  boolean readBoolean();

  int readByte();

  /** A number that is about to be believed as an index or size; allocates nothing. */
  int readCount();

  /**
   * The length of what follows, checked against the bytes left, so that allocating it is safe.
   *
   * @param bytesEach the fewest bytes that an item takes
   */
  int readLength(int bytesEach);

  int readInt();

  long readLong();

  int readFixedInt();

  long readFixedLong();

  float readFloat();

  double readDouble();

  @Nullable String readText();

  /** {@link #readText} where null was never put. */
  String readSomeText();

  byte[] readBytes();

  /** The object, or null; it may still be an empty shell, unless the codec asked otherwise. */
  @Nullable Object readRef();

  /** The object, which must be of this class and not null. */
  <T> T readRef(Class<T> type);

  Class<?> readType();

  /**
   * Asks for memory that the image's own bytes do not pay for, such as a hash table's capacity.
   *
   * @throws ImageFormatException if the image has asked for more than its limit
   */
  void reserve(long bytes);

  /** Runs {@code last} when all objects of the image have their content. */
  void whenComplete(Runnable last);

  /** Loads a class of the job by its binary name. */
  Class<?> loadClass(String name);
}

package dev.stint.runtime;

import org.jspecify.annotations.Nullable;

/** Writes, reads and copies the objects of one class loader. Used by many threads at once. */
interface ObjectPort {

  /**
   * The image of what {@code value} leads to.
   *
   * @param label what messages call the value
   * @throws dev.stint.image.NotSerializableStateException if something in it cannot travel
   */
  byte[] encode(@Nullable Object value, String label);

  /**
   * The image of what also other jobs may read.
   *
   * @throws dev.stint.image.NotSerializableStateException if something in it cannot be handed over
   */
  byte[] encodeShared(Object value, String label);

  @Nullable Object decode(byte[] image);

  /**
   * A copy that shares nothing changeable with the original.
   *
   * @param label what messages call the value
   * @throws RuntimeException if it holds something that must not be handed over, naming the path
   */
  Object copy(Object value, String label);

  /** Whether {@link #encode} would succeed. */
  boolean canEncode(@Nullable Object value);

  /**
   * Throws if an image is of other code than this.
   *
   * @throws dev.stint.image.ImageMismatchException naming both
   */
  void requireFits(byte[] image);
}

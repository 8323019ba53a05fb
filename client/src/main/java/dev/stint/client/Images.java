package dev.stint.client;

import org.jspecify.annotations.Nullable;

/** Objects to bytes and back, as nodes do it. */
interface Images {
  /**
   * Encodes what a job is given.
   *
   * @throws NotShippableException if something in it cannot be serialized, or only makes sense when
   *     shared (a lock, an atomic), naming its field path
   */
  byte[] encode(Object value);

  /**
   * Decodes what a job gave back.
   *
   * @throws IllegalArgumentException if these bytes mean nothing here, for example because a class
   *     is missing
   */
  @Nullable Object decode(byte[] image, ClassLoader loader);
}

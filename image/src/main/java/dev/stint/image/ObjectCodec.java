package dev.stint.image;

/**
 * How objects of one kind become bytes and references, and come back.
 *
 * <p>What {@code write} puts must depend on the object alone, and {@code read} must take exactly
 * what was put. Neither may go on to other objects by itself: it hands them to {@link
 * ImageOutput#writeRef}, so the depth of a graph costs no stack.
 *
 * <p>An object of this kind is made after all it refers to. A kind whose objects can exist before
 * their content, so that cycles may lead through them, implements {@link ShellCodec}.
 *
 * @param <T> the kind
 */
public interface ObjectCodec<T> {
  void write(T value, ImageOutput out);

  /**
   * @param type the run-time class of the object written
   */
  T read(ImageInput in, Class<? extends T> type);

  /** What a person calls the {@code index}-th reference that {@code write} puts. */
  default PathSegment label(T value, int index) {
    return PathSegment.element(index);
  }
}

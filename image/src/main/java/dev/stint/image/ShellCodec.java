package dev.stint.image;

/**
 * A codec of objects that can be made empty and filled later, so that cycles may lead through them.
 *
 * @param <T> the kind
 */
public interface ShellCodec<T> extends ObjectCodec<T> {
  /** Puts what {@link #createShell} needs. */
  void writeShell(T value, ImageOutput out);

  /** Puts what {@link #fill} needs. */
  void writeContent(T value, ImageOutput out);

  T createShell(ImageInput in, Class<? extends T> type);

  void fill(T shell, ImageInput in);

  /**
   * Whether {@link #fill} asks the parts about themselves (their hash, their order), so that parts
   * must have got their own content first.
   */
  default boolean needsCompleteParts() {
    return false;
  }

  @Override
  default void write(T value, ImageOutput out) {
    writeShell(value, out);
    writeContent(value, out);
  }

  @Override
  default T read(ImageInput in, Class<? extends T> type) {
    T shell = createShell(in, type);
    fill(shell, in);
    return shell;
  }
}

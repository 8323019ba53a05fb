package dev.stint.image;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A codec made of functions: how to write, how to read, and what a person calls each part. */
record ValueCodec<T>(
    BiConsumer<T, ImageOutput> writer,
    Function<ImageInput, T> reader,
    IntFunction<PathSegment> labels)
    implements ObjectCodec<T> {

  /** What people call the keys and values of a map. */
  static final IntFunction<PathSegment> ENTRIES =
      index -> new PathSegment(index % 2 == 0 ? "{key}" : "{value}", false);

  /** A codec of something whose parts need no name of their own. */
  ValueCodec(BiConsumer<T, ImageOutput> writer, Function<ImageInput, T> reader) {
    this(writer, reader, index -> PathSegment.silent());
  }

  @Override
  public void write(T value, ImageOutput out) {
    writer.accept(value, out);
  }

  @Override
  public T read(ImageInput in, Class<? extends T> type) {
    return reader.apply(in);
  }

  @Override
  public PathSegment label(T value, int index) {
    return labels.apply(index);
  }
}

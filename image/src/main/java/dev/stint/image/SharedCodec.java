package dev.stint.image;

/** Parts that a copy has in common with its original, by number. */
final class SharedCodec implements ObjectCodec<Object> {
  @Override
  public void write(Object value, ImageOutput out) {
    out.writeCount(((Isolation.Shared) value).number());
  }

  /** Gives the part itself, in the place of its number. */
  @Override
  public Object read(ImageInput in, Class<?> type) {
    return ((GraphDecoder) in).shared(in.readCount());
  }
}

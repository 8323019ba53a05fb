package dev.stint.image;

import dev.stint.image.state.IdentityHashes;

/** Arrays of primitives, with the hash that one was given if its program has asked for it. */
record PrimitiveArrayCodec<T>(ValueCodec<T> elements) implements ObjectCodec<T> {
  @Override
  public void write(T array, ImageOutput out) {
    out.writeInt(IdentityHashes.given(array));
    elements.write(array, out);
  }

  @Override
  public T read(ImageInput in, Class<? extends T> type) {
    int hash = in.readInt();
    return IdentityHashes.restore(elements.read(in, type), hash);
  }
}

package dev.stint.client;

import org.jspecify.annotations.Nullable;

/** interim: replaced before the commit that lands. */
final class ImageCodecImages implements Images {
  @Override
  public byte[] encode(Object value) {
    throw new IllegalStateException("interim");
  }

  @Override
  public @Nullable Object decode(byte[] image, ClassLoader loader) {
    throw new IllegalStateException("interim");
  }
}

package dev.stint.image;

/** Sends objects through an image. */
final class Trips {
  static final ImageCodec CODEC = ImageCodec.forLoader(Trips.class.getClassLoader()).build();

  private Trips() {}

  @SuppressWarnings("unchecked")
  static <T> T trip(T value) {
    return (T) CODEC.decode(CODEC.encode(value));
  }
}

package dev.stint.client;

import dev.stint.image.ImageCodec;
import dev.stint.image.ImageFormatException;
import dev.stint.image.ImageHeader;
import dev.stint.image.ImageMismatchException;
import dev.stint.image.NotSerializableStateException;
import org.jspecify.annotations.Nullable;

/** Images as nodes make and read them; captures carry no header of a bundle. */
final class ImageCodecImages implements Images {

  @Override
  public byte[] encode(Object value) {
    ClassLoader loader = value.getClass().getClassLoader();
    try {
      return ImageCodec.forLoader(loader == null ? ClassLoader.getSystemClassLoader() : loader)
          .build()
          .encodeIsolated(value, "capture");
    } catch (NotSerializableStateException e) {
      throw new NotShippableException(
          "its body captures what cannot be handed over, " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable Object decode(byte[] image, ClassLoader loader) {
    try {
      // A result carries its job's header, which this side has nothing to compare with.
      return ImageCodec.forLoader(loader).header(ImageHeader.read(image)).build().decode(image);
    } catch (ImageFormatException | ImageMismatchException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}

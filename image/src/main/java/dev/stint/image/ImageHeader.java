package dev.stint.image;

import dev.stint.image.kryo.ByteSink;
import dev.stint.image.kryo.ByteSource;
import java.util.HexFormat;

/**
 * What an image fits: checked before anything else is read.
 *
 * @param abiVersion version of the interface between generated code and runtime
 * @param bundleDigest digest of the job's code in hexadecimal; empty where no code is involved
 */
public record ImageHeader(int abiVersion, String bundleDigest) {
  /** The header of values without frames, which fit any code; who has it reads any image. */
  public static final ImageHeader NONE = new ImageHeader(0, "");

  private static final int MAGIC = 0x53544e54;
  private static final int FORMAT = 1;
  private static final int MAX_DIGEST_BYTES = 64;

  public ImageHeader {
    if (HexFormat.of().parseHex(bundleDigest).length > MAX_DIGEST_BYTES) {
      throw new IllegalArgumentException("a digest has at most " + MAX_DIGEST_BYTES + " bytes");
    }
  }

  void write(ByteSink out) {
    out.int32(MAGIC);
    out.int8(FORMAT);
    out.unsigned(abiVersion);
    byte[] digest = HexFormat.of().parseHex(bundleDigest);
    out.int8(digest.length);
    out.bytes(digest, 0, digest.length);
  }

  /** Reads the header at the start of an image, whatever code it is of. */
  public static ImageHeader read(byte[] image) {
    return read(new ByteSource(image));
  }

  static ImageHeader read(ByteSource in) {
    if (in.remaining() < 4 || in.int32() != MAGIC) {
      throw new ImageFormatException(
          "these bytes are not an image: they do not begin with its mark");
    }
    int format = in.int8();
    if (format != FORMAT) {
      throw new ImageMismatchException(
          "the image has format "
              + format
              + ", this version reads format "
              + FORMAT
              + ": use the same version of Stint on both sides");
    }
    int abi = in.unsigned();
    int length = in.int8();
    if (length < 0 || length > MAX_DIGEST_BYTES) {
      throw new ImageFormatException("the image's header is damaged: a digest of " + length);
    }
    return new ImageHeader(abi, HexFormat.of().formatHex(in.bytes(length)));
  }

  /**
   * Throws {@link ImageMismatchException}, naming both, if another header is not the same; none
   * fits all.
   */
  public void requireSame(ImageHeader found) {
    if (equals(NONE) || found.equals(NONE)) {
      return;
    }
    if (found.abiVersion != abiVersion) {
      throw new ImageMismatchException(
          "the image was made for ABI version "
              + found.abiVersion
              + ", this codec is for version "
              + abiVersion);
    }
    if (!found.bundleDigest.equals(bundleDigest)) {
      throw new ImageMismatchException(
          "the image belongs to bundle "
              + shown(found.bundleDigest)
              + ", this codec to bundle "
              + shown(bundleDigest)
              + ": thaw it with the code that it was made with");
    }
  }

  private static String shown(String digest) {
    return digest.isEmpty() ? "(none)" : digest;
  }
}

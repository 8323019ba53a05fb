package dev.stint.image;

/** A well-formed image of other code: another format, ABI or bundle. The message names both. */
public final class ImageMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImageMismatchException(String message) {
    super(message);
  }
}

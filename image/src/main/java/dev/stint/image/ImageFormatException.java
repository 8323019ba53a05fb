package dev.stint.image;

/** The bytes are not an image that this codec can read; the message says where and why. */
public final class ImageFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_QUOTE = 80;

  public ImageFormatException(String message) {
    super(message);
  }

  public ImageFormatException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Text from an image as a message may show it: damaged bytes can make any name. */
  static String quoted(String text) {
    String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}

package dev.stint.node;

/** Texts and bytes of users' exceptions, cut to what a report can carry. */
final class Clipped {
  /** Most characters of a message or of a stack trace. */
  static final int MAX_TEXT = 64 * 1024;

  /** Most bytes of an encoded exception; a larger one is told by its text alone. */
  static final int MAX_IMAGE = 1024 * 1024;

  private Clipped() {}

  /** The text, or its beginning and how much is missing. */
  static String text(String whole) {
    if (whole.length() <= MAX_TEXT) {
      return whole;
    }
    int end = Character.isHighSurrogate(whole.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
    return whole.substring(0, end) + "... (" + (whole.length() - end) + " characters more)";
  }

  /** The bytes, or none if there are too many. */
  static byte[] image(byte[] whole) {
    return whole.length <= MAX_IMAGE ? whole : new byte[0];
  }
}

package dev.stint.conformance;

/**
 * A safepoint in a program.
 *
 * @param className binary name of the class
 * @param line source line
 * @param reason why a freeze that was due there could not be taken; empty for one that was
 */
record Site(String className, int line, String reason) {

  /** Reads {@code ClassName:line reason}; the reason may be absent. */
  static Site parse(String text) {
    int space = text.indexOf(' ');
    String place = space < 0 ? text : text.substring(0, space);
    String reason = space < 0 ? "" : text.substring(space + 1);
    int colon = place.lastIndexOf(':');
    return new Site(
        place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)), reason);
  }

  @Override
  public String toString() {
    return className.substring(className.lastIndexOf('.') + 1)
        + ":"
        + line
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }
}

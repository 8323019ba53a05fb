package dev.stint.image;

import dev.stint.AnchoredException;

/**
 * Something that cannot leave its JVM was reached while encoding. The message names the path of
 * locals and fields that leads there, what was found, and what to do instead.
 */
public final class NotSerializableStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String culprit;
  private final String reason;

  /**
   * @param path the locals and fields from the root, for example {@code main.reader.in}
   * @param culprit the class of the object that cannot move
   * @param reason why not, and what to use instead
   */
  public NotSerializableStateException(String path, String culprit, String reason) {
    super((path.isEmpty() ? "" : path + " ") + "(" + culprit + "): " + reason);
    this.path = path;
    this.culprit = culprit;
    this.reason = reason;
  }

  public String path() {
    return path;
  }

  /** The binary name of the class that cannot move. */
  public String culprit() {
    return culprit;
  }

  public String reason() {
    return reason;
  }

  /** The same fact as tasklet code sees it. */
  public AnchoredException toAnchored() {
    return new AnchoredException(path, getMessage() == null ? reason : getMessage());
  }
}

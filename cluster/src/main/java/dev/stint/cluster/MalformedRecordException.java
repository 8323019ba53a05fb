package dev.stint.cluster;

/** Bytes that are not what was written: damaged, cut short, or of a version not known here. */
public final class MalformedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what was expected and found. */
  public MalformedRecordException(String message) {
    super(message);
  }

  /** With what was expected and found, and where it came from. */
  public MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.stint.coordinator;

/** The coordinator cannot start; the message is one sentence for users. */
public final class StartupException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why it cannot start: decides the exit code. */
  public enum Kind {
    /** An argument is missing, malformed or not allowed. */
    USAGE(2),
    /** A port or the data folder is in use. */
    CONFLICT(5),
    /** The address or the data folder cannot be used. */
    UNREACHABLE(6);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of a process that ends for this. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;

  /** A reason for users, with what to try. */
  public StartupException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** A reason for users, with the failure behind it. */
  public StartupException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Why it cannot start. */
  public Kind kind() {
    return kind;
  }
}

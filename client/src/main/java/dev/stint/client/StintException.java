package dev.stint.client;

import org.jspecify.annotations.Nullable;

/** The root of what the client throws about a cluster. The message says what, why, what to try. */
public abstract sealed class StintException extends RuntimeException
    permits JobFailedException,
        JobTimeoutException,
        NotFoundException,
        NotShippableException,
        RefusedException,
        RemoteException,
        StintUnavailableException {
  private static final long serialVersionUID = 1L;

  private final Category category;

  StintException(Category category, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.category = category;
  }

  /** What a caller can do about it. */
  public final Category category() {
    return category;
  }

  /** What a caller can do about a failure. */
  public enum Category {
    /** The same call may succeed later. */
    RETRYABLE,
    /** The call must be changed first. */
    REJECTED,
    /** It has failed for good. */
    FATAL
  }
}

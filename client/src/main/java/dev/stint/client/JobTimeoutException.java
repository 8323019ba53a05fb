package dev.stint.client;

/** A job has not ended within the time the caller was ready to wait; it goes on. */
public final class JobTimeoutException extends StintException {
  private static final long serialVersionUID = 1L;

  public JobTimeoutException(String message) {
    super(Category.RETRYABLE, message, null);
  }
}

package dev.stint;

/** The tasklet joined has not ended within the time the caller was ready to wait; it goes on. */
public final class TaskletTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TaskletTimeoutException(String message) {
    super(message);
  }
}

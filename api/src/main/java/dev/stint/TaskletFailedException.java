package dev.stint;

/** The tasklet joined ended with a checked exception, which is the cause. */
public final class TaskletFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TaskletFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}

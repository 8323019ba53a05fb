package dev.stint.client;

import org.jspecify.annotations.Nullable;

/** A job ended with an exception of its own code, which is the cause, or was lost. */
public final class JobFailedException extends StintException {
  private static final long serialVersionUID = 1L;

  public JobFailedException(String message, @Nullable Throwable cause) {
    super(Category.FATAL, message, cause);
  }
}

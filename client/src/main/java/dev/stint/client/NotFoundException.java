package dev.stint.client;

import org.jspecify.annotations.Nullable;

/** The cluster knows no job, tasklet or node of that name. */
public final class NotFoundException extends StintException {
  private static final long serialVersionUID = 1L;

  public NotFoundException(String message, @Nullable Throwable cause) {
    super(Category.REJECTED, message, cause);
  }
}

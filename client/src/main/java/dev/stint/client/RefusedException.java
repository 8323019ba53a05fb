package dev.stint.client;

import org.jspecify.annotations.Nullable;

/** The cluster refuses what was asked, and says why. */
public final class RefusedException extends StintException {
  private static final long serialVersionUID = 1L;

  public RefusedException(String message, @Nullable Throwable cause) {
    super(Category.REJECTED, message, cause);
  }
}

package dev.stint.client;

import org.jspecify.annotations.Nullable;

/**
 * A job cannot be sent: its body captures what cannot be handed over, or a file of its class path
 * cannot be read. Nothing has been sent.
 */
public final class NotShippableException extends StintException {
  private static final long serialVersionUID = 1L;

  public NotShippableException(String message, @Nullable Throwable cause) {
    super(Category.REJECTED, message, cause);
  }
}

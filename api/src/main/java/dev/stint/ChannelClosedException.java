package dev.stint;

/** The channel is closed: nothing can be sent, and nothing is left to receive. */
public final class ChannelClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ChannelClosedException(String message) {
    super(message);
  }
}

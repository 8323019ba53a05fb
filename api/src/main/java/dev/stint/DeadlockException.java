package dev.stint;

/**
 * All tasklets of the job wait for messages of its channels or for each other's end, no timer is
 * pending, and nothing else can wake them. Thrown in the root tasklet; the message shows who waits
 * for what, and where.
 */
public final class DeadlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DeadlockException(String message) {
    super(message);
  }
}

package dev.stint.client;

/** What a job reads from {@code System.in}. Used by one thread at a time. */
public interface JobInput extends AutoCloseable {
  /**
   * Sends a piece; waits while the cluster takes no more.
   *
   * @return false if the job reads no more input
   */
  boolean write(byte[] data, int offset, int length);

  /** Ends the input. */
  @Override
  void close();
}

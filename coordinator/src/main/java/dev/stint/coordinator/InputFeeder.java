package dev.stint.coordinator;

/** A client that feeds the standard input of one job; called from any thread. */
public interface InputFeeder {
  /** All before an offset has arrived, and there is room for more. */
  void received(long offset);

  /** The job reads no more. */
  void over();
}

package dev.stint.coordinator;

/** A client that feeds the standard input of one job; called from any thread. */
public interface InputFeeder {
  /** All before an offset has arrived, and there is room for more. */
  void received(long offset);

  /** What it typed has arrived, but there is no room for more: {@link #received} will say when. */
  void full(long offset);

  /** The job reads no more. */
  void over();
}

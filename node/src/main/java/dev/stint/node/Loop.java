package dev.stint.node;

import java.time.Duration;

/**
 * One thread's worth of order: what is given to it runs one after the other, in the order given.
 * All state of a node that concerns cells and jobs is owned by one loop.
 */
public interface Loop {
  /** Runs something after all that was given before; from any thread. */
  void execute(Runnable action);

  /** Runs something on the loop, not before the delay is over. */
  void after(Duration delay, Runnable action);

  /** Nanoseconds of a clock that only goes forward; its origin means nothing. */
  long nanoTime();
}

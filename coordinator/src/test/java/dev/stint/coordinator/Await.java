package dev.stint.coordinator;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition by looking again and again, up to a bound that only a failure reaches. */
public final class Await {
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(5);

  private Await() {}

  /** Returns when the condition holds; fails with its name if it never does. */
  public static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + BOUND.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("did not come true: " + what);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}

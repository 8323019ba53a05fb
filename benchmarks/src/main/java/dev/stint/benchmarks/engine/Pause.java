package dev.stint.benchmarks.engine;

import dev.stint.abi.Ctx;

/** The barest suspension: leaves, and goes on when its continuation is run again. */
public final class Pause {
  private Pause() {}

  /** Leaves the JDK's continuation, where it has not been replaced by {@link #leave}. */
  public static void pause() {
    JdkContinuation.pause();
  }

  /** What transformed code calls in the place of {@link #pause}. */
  public static void leave(Ctx ctx) {
    ctx.unwinding = true;
  }
}

package dev.stint.benchmarks.engine;

import dev.stint.abi.Ctx;

/** The barest suspension: leaves, and goes on when its continuation is run again. */
public final class Pause {
  private Pause() {}

  /** Does nothing where it has not been replaced by {@link #leave}. */
  public static void pause() {}

  /** What transformed code calls in the place of {@link #pause}. */
  public static void leave(Ctx ctx) {
    ctx.unwinding = true;
  }
}

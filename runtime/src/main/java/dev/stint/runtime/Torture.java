package dev.stint.runtime;

import dev.stint.abi.Continuation;
import dev.stint.abi.Frame;
import org.jspecify.annotations.Nullable;

/** Asks for a freeze at every n-th safepoint, and counts what came of it. */
final class Torture {
  private final int every;
  private final SiteCounts taken = new SiteCounts();
  private final SiteCounts missed = new SiteCounts();

  /**
   * @param every the n of every n-th safepoint; 0 is never
   */
  Torture(int every) {
    this.every = every;
  }

  boolean isOn() {
    return every > 0;
  }

  /** A safepoint has been reached, on the tasklet's carrier. */
  void safepoint(Cell cell, boolean pinned) {
    if (every == 0 || !cell.counts().isDue(every)) {
      return;
    }
    if (pinned) {
      missed(UserFrames.here(), PinReason.PLAIN_FRAME.text());
    } else {
      cell.tasklet().requestFreeze();
    }
  }

  void missed(@Nullable StackTraceElement site, String why) {
    if (every > 0) {
      missed.count(SiteCounts.nameOf(site) + " " + why);
    }
  }

  void taken(@Nullable StackTraceElement site) {
    taken.count(SiteCounts.nameOf(site));
  }

  TortureReport report() {
    return new TortureReport(taken.counted(), missed.counted());
  }

  /** The user's innermost frame of a saved stack. */
  static @Nullable StackTraceElement siteOf(@Nullable Continuation stack) {
    for (Frame f = stack == null ? null : stack.top(); f != null; f = f.parent) {
      StackTraceElement at = f.shape().at(f.pc);
      if (!f.shape().isMachinery() && UserFrames.isUser(at)) {
        return at;
      }
    }
    return null;
  }
}

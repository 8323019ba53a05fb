package dev.stint.runtime;

import org.jspecify.annotations.Nullable;

/** Whoever keeps a tasklet is told here what happens to it, on the carrier where it happens. */
interface TaskletOwner {

  /**
   * It has ended: by returning, or by what it threw. Called before its final state shows.
   *
   * @return DONE, FAILED or CANCELLED
   */
  TaskletState ended(LiveTasklet tasklet, Outcome outcome);

  /**
   * It has been unwound, and is in state FREEZING because {@link LiveTasklet#requestFreeze} was
   * called or the safepoint handler wanted it. The owner freezes it now and then calls {@link
   * LiveTasklet#frozen} or {@link LiveTasklet#settle}.
   */
  void unwoundForFreeze(LiveTasklet tasklet);

  /**
   * A freeze was asked for, but the tasklet cannot be unwound where it is. The request is gone.
   *
   * @param site the user's innermost frame; null where the caller is not on the tasklet's thread
   */
  void freezeMissed(LiveTasklet tasklet, PinReason reason, @Nullable StackTraceElement site);

  /** What the raw outcome of a wait means to the program. */
  Outcome understand(WaitFor what, Outcome raw);

  /** An exception that it was asked to throw, as its program is to see it. */
  Throwable open(Parcel exception);

  /** It was dropped in mid-run, because the job is over. */
  void dropped(LiveTasklet tasklet);

  /** It is about to run on the calling carrier. */
  void mounted(LiveTasklet tasklet);

  /** A poll was answered at a safepoint; may ask for an unwind through {@code tasklet}. */
  void safepoint(LiveTasklet tasklet, boolean pinned);

  /** Whether every safepoint must call {@link #safepoint}. */
  boolean wantsEverySafepoint();
}

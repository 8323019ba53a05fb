package dev.stint.runtime;

/** What ties a tasklet to the thread that it runs on, or follows it from one to the next. */
final class ThreadTies {
  private int locksHeld;
  private int atomicSections;
  private boolean interrupted;

  /**
   * Locks of {@code java.util.concurrent} that it holds, which belong to its thread; off its
   * carrier, a guess.
   */
  int locksHeld() {
    return locksHeld;
  }

  /** Counts an acquired (1) or released (-1) lock; on its own carrier only. */
  void countLock(int change) {
    locksHeld = Math.max(0, locksHeld + change);
  }

  /** How many atomic sections it is in. */
  int atomicSections() {
    return atomicSections;
  }

  /** It enters an atomic section (1) or leaves it (-1); on its own carrier, or before it runs. */
  void countAtomic(int change) {
    atomicSections += change;
  }

  /** Whether it must keep its carrier at safepoints, though it may leave it to wait. */
  boolean keepsCarrier() {
    return locksHeld > 0 || atomicSections > 0;
  }

  /** Whether the interrupt flag of its thread was set when it last left one. */
  boolean isInterrupted() {
    return interrupted;
  }

  /** It leaves its thread with this interrupt flag; on its own carrier, or before it runs. */
  void keepInterrupt(boolean flag) {
    interrupted = flag;
  }
}

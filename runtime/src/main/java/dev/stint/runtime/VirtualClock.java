package dev.stint.runtime;

/** A clock that stands still until somebody moves it. */
final class VirtualClock implements Clock {
  private volatile long now;

  @Override
  public long nanos() {
    return now;
  }

  /** Goes forward to this reading; never back. */
  void advanceTo(long nanos) {
    now = Math.max(now, nanos);
  }
}

package dev.stint.runtime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * Tells whether a tasklet that was spawned here can still be named by anybody: whether a handle is
 * left in this JVM, or one has ever been written to bytes, which may be anywhere. A handle holds
 * the token of its claim, and copies of handles within the JVM hold the same one.
 */
final class HandleClaim extends WeakReference<Object> {
  private final Cell cell;
  private volatile boolean travelled;

  HandleClaim(Cell cell, Object token, ReferenceQueue<Object> dropped) {
    super(token, dropped);
    this.cell = cell;
  }

  Cell cell() {
    return cell;
  }

  /** A handle is being written to bytes: from now on one may be anywhere. */
  void travels() {
    travelled = true;
  }

  /** Whether nobody can ask for the tasklet any more. */
  boolean isGivenUp() {
    return !travelled && refersTo(null);
  }
}

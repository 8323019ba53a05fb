package dev.stint.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What others have asked of a tasklet and nobody has done yet. Each request is a bit, and taking it
 * is the claim to do it: of several who come for one, only one gets it.
 */
final class Requests {
  /** To end: the next safepoint or wait throws. */
  static final int CANCEL = 1;

  /** To be made plain data. */
  static final int FREEZE = 2;

  /** Never to go on: the job is over. It is never taken. */
  static final int DROP = 4;

  /** To throw what was given: at the next safepoint or wait. */
  static final int THROW = 8;

  /** Not to run until it is told to go on. Taken by who says so. */
  static final int PAUSE = 16;

  /** It has never been started. */
  static final int UNSTARTED = 32;

  /** Not to wait. It is a property rather than something to be done. */
  static final int TRAP = 64;

  private final AtomicInteger bits = new AtomicInteger();
  private final AtomicReference<@Nullable Parcel> toThrow = new AtomicReference<>();
  private volatile boolean cancelled;

  void add(int request) {
    bits.getAndUpdate(before -> before | request);
  }

  /** Asks it to end. */
  void addCancel() {
    cancelled = true;
    add(CANCEL);
  }

  /** Whether it was ever asked to end. */
  boolean wasCancelled() {
    return cancelled;
  }

  /** Asks it to throw. The newest such request stands. */
  void addThrow(Parcel exception) {
    toThrow.set(exception);
    add(THROW);
  }

  /** What it was asked to throw and has not thrown, or null. */
  @Nullable Parcel toThrow() {
    return toThrow.get();
  }

  /** Claims the request to throw: what is to be thrown, or null. */
  @Nullable Parcel takeThrow() {
    return take(THROW) ? toThrow.getAndSet(null) : null;
  }

  /** Restores what an image says. */
  void restore(int staying, boolean wasCancelled, boolean cancelPending) {
    cancelled = wasCancelled;
    add(cancelPending ? staying | CANCEL : staying);
  }

  /** Whether it was asked to end or to throw. */
  boolean wantThrow() {
    return has(CANCEL | THROW);
  }

  /** Whether it is to leave its carrier at the next safepoint where it can. */
  boolean wantUnwind() {
    return has(FREEZE | PAUSE);
  }

  boolean has(int request) {
    return (bits.get() & request) != 0;
  }

  /** Those that go along when the tasklet moves. */
  int staying() {
    return bits.get() & (PAUSE | UNSTARTED | TRAP);
  }

  /** Whether nothing is to be done. */
  boolean isEmpty() {
    return (bits.get() & ~TRAP) == 0;
  }

  /** Claims a request; false if there is none, or somebody else has got it. */
  boolean take(int request) {
    return has(request) && (bits.getAndUpdate(before -> before & ~request) & request) != 0;
  }
}

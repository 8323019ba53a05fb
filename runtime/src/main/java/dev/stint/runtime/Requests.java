package dev.stint.runtime;

import java.util.concurrent.atomic.AtomicInteger;

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

  void add(int request) {
    bits.getAndUpdate(before -> before | request);
  }

  boolean has(int request) {
    return (bits.get() & request) != 0;
  }

  /** Those that go along when the tasklet moves. */
  int staying() {
    return bits.get() & (PAUSE | UNSTARTED | TRAP);
  }

  boolean isEmpty() {
    return (bits.get() & ~TRAP) == 0;
  }

  /** Claims a request; false if there is none, or somebody else has got it. */
  boolean take(int request) {
    return has(request) && (bits.getAndUpdate(before -> before & ~request) & request) != 0;
  }
}

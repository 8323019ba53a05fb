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

  private final AtomicInteger bits = new AtomicInteger();

  void add(int request) {
    bits.getAndUpdate(before -> before | request);
  }

  boolean has(int request) {
    return (bits.get() & request) != 0;
  }

  boolean isEmpty() {
    return bits.get() == 0;
  }

  /** Claims a request; false if there is none, or somebody else has got it. */
  boolean take(int request) {
    return has(request) && (bits.getAndUpdate(before -> before & ~request) & request) != 0;
  }
}

package dev.stint.runtime;

/** The time that timers and slices go by. */
interface Clock {
  /** Nanoseconds since some moment; never goes back. */
  long nanos();
}

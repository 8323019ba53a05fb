package dev.stint.coordinator;

import java.time.Instant;

/** Where time comes from. */
public interface Clock {
  /** The clock of the machine. */
  Clock SYSTEM =
      new Clock() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }
      };

  /** Wall time, for records and people. */
  Instant now();

  /** Nanoseconds that only ever grow, for how long something takes. */
  long nanos();
}

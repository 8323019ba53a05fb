package dev.stint.coordinator;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until the test moves it. */
public final class FakeClock implements Clock {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long nanos = 1_000_000_000L;

  /** Time goes by. */
  public void advance(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long nanos() {
    return nanos;
  }
}

package dev.stint.coordinator;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The one thread that owns the desks' state. An implementer runs what it is given one after the
 * other, in order, and goes on after one that throws.
 */
public interface Loop extends Executor {
  /** Runs an action again and again, a period apart, until the loop is closed. */
  void every(Duration period, Runnable action);
}

package dev.stint.stackless;

import dev.stint.Tasklet;
import dev.stint.runtime.LocalScheduler;

/** Runs bodies with one carrier in reproducible order. */
final class Ordered {
  private static final LocalScheduler SCHEDULER = LocalScheduler.deterministic();

  private Ordered() {}

  static <T> T run(Tasklet.Body<T> body) {
    try {
      return SCHEDULER.run(body);
    } catch (InterruptedException e) {
      throw new IllegalStateException("the test was interrupted", e);
    }
  }
}

package dev.stint.coordinator;

import java.time.Duration;
import java.util.ArrayDeque;

/** A loop without a thread: what it is given runs when the caller of the outermost has returned. */
final class FakeLoop implements Loop {
  private final ArrayDeque<Runnable> due = new ArrayDeque<>();
  private boolean running;

  @Override
  public void execute(Runnable action) {
    due.add(action);
    if (running) {
      return;
    }
    running = true;
    try {
      while (!due.isEmpty()) {
        due.remove().run();
      }
    } finally {
      running = false;
    }
  }

  /** The test calls what is to happen as time goes by. */
  @Override
  public void every(Duration period, Runnable action) {}
}

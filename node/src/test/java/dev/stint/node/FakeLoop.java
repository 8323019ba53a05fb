package dev.stint.node;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A loop whose time stands still until a test lets it go on. Thread-safe to give work to. */
final class FakeLoop implements Loop {
  private record Due(long at, long number, Runnable action) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
  private long now;
  private long number;

  @Override
  public void execute(Runnable action) {
    after(Duration.ZERO, action);
  }

  @Override
  public synchronized void after(Duration delay, Runnable action) {
    queue.add(new Due(now + delay.toNanos(), number++, action));
    notifyAll();
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  /** Runs what is due now, and what that makes due now. */
  void run() {
    advance(Duration.ZERO);
  }

  /** Lets time pass. */
  void advance(Duration time) {
    long until = nanoTime() + time.toNanos();
    for (Due next = next(until); next != null; next = next(until)) {
      next.action.run();
    }
    synchronized (this) {
      now = until;
    }
  }

  private synchronized Due next(long until) {
    Due first = queue.peek();
    if (first == null || first.at > until) {
      return null;
    }
    queue.poll();
    now = Math.max(now, first.at);
    return first;
  }

  /** Waits until another thread has given something to do. */
  synchronized void awaitWork() throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (queue.isEmpty() || queue.peek().at > now) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("nothing was given to the loop");
      }
      wait(Math.max(1, left / 1_000_000));
    }
  }
}

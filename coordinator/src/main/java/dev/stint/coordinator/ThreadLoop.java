package dev.stint.coordinator;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link Loop} on a thread of its own. */
public final class ThreadLoop implements Loop, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadLoop.class);
  private static final long CLOSE_SECONDS = 5;

  private final ScheduledExecutorService thread;

  /** Starts the thread. */
  public ThreadLoop(String name) {
    this.thread =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).daemon(true).factory());
  }

  @Override
  public void execute(Runnable action) {
    try {
      thread.execute(() -> runGuarded(action));
    } catch (RejectedExecutionException e) {
      LOG.debug("dropped, because the loop is closed", e);
    }
  }

  @Override
  public void every(Duration period, Runnable action) {
    long nanos = period.toNanos();
    thread.scheduleWithFixedDelay(() -> runGuarded(action), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** The top frame: a bug in one action must not stop the others. */
  private static void runGuarded(Runnable action) {
    try {
      action.run();
    } catch (Throwable e) {
      LOG.error("a step of the coordinator failed; please report this", e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}

package dev.stint.runtime;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a job in the order in which a JVM ends: the root returns, the program's other threads end,
 * shutdown hooks run, and only then output is cut off and the host told. {@code System.exit} skips
 * the wait for threads, and no tasklet goes on after it.
 */
final class JobEnding {
  private final ResidentJob job;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicBoolean exiting = new AtomicBoolean();

  JobEnding(ResidentJob job) {
    this.job = job;
  }

  /** The root tasklet has ended. Carriers do not wait: the rest is done by a thread. */
  void rootEnded(CellOutcome outcome) {
    if (begun.compareAndSet(false, true)) {
      start(() -> end(outcome, true));
    }
  }

  /** The program asks for the end. The first to ask wins. */
  void exit(int status) {
    begun.set(true);
    if (exiting.compareAndSet(false, true)) {
      job.dropAll();
      start(() -> end(new CellOutcome.Exited(status), false));
    }
  }

  private static void start(Runnable ending) {
    Thread.ofPlatform().daemon().name("stint-job-end").start(ending);
  }

  private void end(CellOutcome outcome, boolean awaitThreads) {
    try {
      if (awaitThreads) {
        job.threads().awaitEnd();
        if (exiting.get()) {
          return;
        }
      }
      job.threads().runHooks();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Cell root = job.anyRoot();
    if (root != null) {
      root.counts().flush();
    }
    job.environment().cutOff();
    job.dropAll();
    job.host().jobEnded(outcome);
  }
}

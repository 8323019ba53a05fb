package dev.stint.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a job in the order in which a JVM ends: the root returns, the program's other threads end,
 * shutdown hooks run, and only then output is cut off and the host told. {@code System.exit} and a
 * cancellation skip the wait for threads, and no tasklet goes on after {@code System.exit}. Once
 * hooks run, the outcome stands.
 */
final class JobEnding {
  private final ResidentJob job;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicBoolean exiting = new AtomicBoolean();
  private final AtomicBoolean shuttingDown = new AtomicBoolean();
  private volatile boolean cancelled;
  private volatile boolean cancelledBeforeRootEnded;
  private final CountDownLatch over = new CountDownLatch(1);

  JobEnding(ResidentJob job) {
    this.job = job;
  }

  /** The root tasklet has ended, which shows from now on: what is asked now is asked after it. */
  void rootEnds() {
    cancelledBeforeRootEnded = cancelled;
  }

  /** After {@link #rootEnds}. Carriers do not wait: the rest is done by a thread. */
  void rootEnded(CellOutcome outcome) {
    if (begun.compareAndSet(false, true)) {
      boolean asked = cancelledBeforeRootEnded || outcome instanceof CellOutcome.Cancelled;
      start(() -> end(outcome, !asked));
      if (cancelled && !asked) {
        // It was asked to end since, when nothing had begun here that could have been cut short.
        cancel();
      }
    }
  }

  /** The job is asked to end: if its root has, its threads are not waited for any more. */
  void cancel() {
    cancelled = true;
    if (begun.get() && !exiting.get() && !shuttingDown.get()) {
      start(() -> end(new CellOutcome.Cancelled(), false));
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

  /**
   * The program asks for the end on a thread of its own, which stands still until the job is over,
   * so that nothing it does on its way out is seen. Not while hooks run: it may be one of them.
   *
   * @return what the thread has to throw
   */
  JobOver exitFromThread(int status) {
    boolean mayBeHook = shuttingDown.get();
    exit(status);
    Thread here = Thread.currentThread();
    while (!mayBeHook && over.getCount() > 0) {
      try {
        over.await();
      } catch (InterruptedException e) {
        // It has nothing left to do that could be interrupted.
      }
    }
    here.setUncaughtExceptionHandler((thread, thrown) -> {});
    return new JobOver();
  }

  private static void start(Runnable ending) {
    Thread.ofPlatform().daemon().name("stint-job-end").start(ending);
  }

  private void end(CellOutcome outcome, boolean awaitThreads) {
    try {
      if (awaitThreads) {
        job.threads().awaitEnd();
      }
      if (!shuttingDown.compareAndSet(false, true)) {
        return;
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
    if (!awaitThreads) {
      job.threads().interruptAll();
    }
    over.countDown();
    job.host().jobEnded(outcome);
  }
}

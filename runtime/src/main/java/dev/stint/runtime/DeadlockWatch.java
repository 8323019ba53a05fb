package dev.stint.runtime;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks now and then whether a job is stuck. A job that is busy costs a glance at its first
 * tasklets; one whose tasklets all wait, and that is not stuck, is looked at less and less often.
 */
final class DeadlockWatch implements AutoCloseable {
  private static final long FIRST_PAUSE = 50_000_000;
  private static final long LONGEST_PAUSE = 2_000_000_000;

  private final CopyOnWriteArrayList<ResidentJob> jobs = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** Looks from a thread of its own. */
  void startThread() {
    Thread.ofPlatform().daemon().name("stint-deadlocks").start(this::run);
  }

  void add(ResidentJob job) {
    jobs.add(job);
  }

  void remove(ResidentJob job) {
    jobs.remove(job);
  }

  /** Looks at all jobs; returns whether one was stuck, and goes on now. */
  boolean look() {
    boolean any = false;
    for (ResidentJob job : jobs) {
      any |= job.breakDeadlock();
    }
    return any;
  }

  private void run() {
    long pause = FIRST_PAUSE;
    int known = 0;
    while (!closed) {
      LockSupport.parkNanos(this, pause);
      boolean changed = known != jobs.size();
      known = jobs.size();
      pause = look() || changed ? FIRST_PAUSE : Math.min(pause * 5 / 4, LONGEST_PAUSE);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}

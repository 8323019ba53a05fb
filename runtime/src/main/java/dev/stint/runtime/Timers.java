package dev.stint.runtime;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The pending timers of a scheduler, to the millisecond. Either a thread of its own fires them
 * ({@link #startThread}), or whoever calls {@link #fireDue}.
 */
final class Timers implements AutoCloseable {
  private static final long NANOS_PER_TICK = TimeUnit.MILLISECONDS.toNanos(1);

  private final Clock clock;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final TimerWheel wheel;

  private volatile long sleepingUntil = Long.MIN_VALUE;
  private volatile boolean closed;
  private @Nullable Thread thread;

  Timers(Clock clock) {
    this.clock = clock;
    this.wheel = new TimerWheel(clock.nanos() / NANOS_PER_TICK);
  }

  /** Runs {@code action} once {@link Clock#nanos} has reached {@code deadline}; never before. */
  TimerWheel.Timer schedule(long deadline, Runnable action) {
    long tick = Math.floorDiv(deadline + NANOS_PER_TICK - 1, NANOS_PER_TICK);
    TimerWheel.Timer timer = new TimerWheel.Timer(tick, action);
    synchronized (lock) {
      wheel.add(timer);
    }
    Thread firing = thread;
    if (firing != null && tick < sleepingUntil) {
      LockSupport.unpark(firing);
    }
    return timer;
  }

  /** Withdraws a timer; false if it has fired. */
  boolean cancel(TimerWheel.Timer timer) {
    synchronized (lock) {
      return wheel.remove(timer);
    }
  }

  int pending() {
    synchronized (lock) {
      return wheel.size();
    }
  }

  /**
   * The clock reading at which the next timer may fire; {@link Long#MAX_VALUE} if there is none.
   */
  long nextDeadline() {
    synchronized (lock) {
      long tick = wheel.nextTick();
      return tick == Long.MAX_VALUE ? tick : tick * NANOS_PER_TICK;
    }
  }

  /** Fires what is due by the clock, on the calling thread. */
  void fireDue() {
    List<TimerWheel.Timer> due;
    synchronized (lock) {
      due = wheel.advance(clock.nanos() / NANOS_PER_TICK);
    }
    for (TimerWheel.Timer timer : due) {
      timer.action.run();
    }
  }

  /** Fires timers on a thread of their own from now on. */
  void startThread() {
    Thread firing = Thread.ofPlatform().daemon().name("stint-timers").unstarted(this::loop);
    thread = firing;
    firing.start();
  }

  private void loop() {
    while (!closed) {
      fireDue();
      long tick;
      synchronized (lock) {
        tick = wheel.nextTick();
        sleepingUntil = tick;
      }
      if (tick == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, Math.max(1, tick * NANOS_PER_TICK - clock.nanos()));
      }
      sleepingUntil = Long.MIN_VALUE;
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread firing = thread;
    if (firing != null) {
      LockSupport.unpark(firing);
    }
  }
}

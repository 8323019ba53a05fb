package dev.stint.runtime;

import dev.stint.abi.Ctx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What transformed code calls in the place of the locks of {@code java.util.concurrent}. Such a
 * lock belongs to the thread, so a tasklet that holds one stays on its carrier; and while it waits
 * for one, another carrier takes over the others.
 */
public final class Locks {
  private static final String JDK_LOCKS = "java.util.concurrent.locks.";

  private Locks() {}

  /** {@link Lock#lock}. */
  public static void lock(Lock lock) {
    if (!isTakenAtOnce(lock)) {
      Carrier carrier = beginBlocking();
      try {
        lock.lock();
      } finally {
        unblock(carrier);
      }
    }
    count(1);
  }

  /**
   * Whether the lock was free. Asked with a time, even of zero, the JDK's locks keep their queue's
   * order; a lock of somebody else's may not let itself be asked.
   */
  private static boolean isTakenAtOnce(Lock lock) {
    if (!lock.getClass().getName().startsWith(JDK_LOCKS)) {
      return false;
    }
    try {
      return lock.tryLock(0, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@link Lock#lockInterruptibly}. */
  public static void lockInterruptibly(Lock lock) throws InterruptedException {
    Carrier carrier = beginBlocking();
    try {
      lock.lockInterruptibly();
    } finally {
      unblock(carrier);
    }
    count(1);
  }

  /** {@link Lock#tryLock()}. */
  public static boolean tryLock(Lock lock) {
    boolean taken = lock.tryLock();
    if (taken) {
      count(1);
    }
    return taken;
  }

  /** {@link Lock#tryLock(long, TimeUnit)}. */
  public static boolean tryLock(Lock lock, long time, TimeUnit unit) throws InterruptedException {
    Carrier carrier = beginBlocking();
    boolean taken;
    try {
      taken = lock.tryLock(time, unit);
    } finally {
      unblock(carrier);
    }
    if (taken) {
      count(1);
    }
    return taken;
  }

  /** {@link Lock#unlock}. */
  public static void unlock(Lock lock) {
    lock.unlock();
    count(-1);
  }

  /** {@link Condition#await()}. */
  public static void await(Condition condition) throws InterruptedException {
    Carrier carrier = beginBlocking();
    try {
      condition.await();
    } finally {
      unblock(carrier);
    }
  }

  /** {@link Condition#await(long, TimeUnit)}. */
  public static boolean await(Condition condition, long time, TimeUnit unit)
      throws InterruptedException {
    Carrier carrier = beginBlocking();
    try {
      return condition.await(time, unit);
    } finally {
      unblock(carrier);
    }
  }

  /** {@link Condition#awaitNanos}. */
  public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
    Carrier carrier = beginBlocking();
    try {
      return condition.awaitNanos(nanos);
    } finally {
      unblock(carrier);
    }
  }

  /** {@link Condition#awaitUninterruptibly}. */
  public static void awaitUninterruptibly(Condition condition) {
    Carrier carrier = beginBlocking();
    try {
      condition.awaitUninterruptibly();
    } finally {
      unblock(carrier);
    }
  }

  private static void count(int change) {
    LiveTasklet tasklet = LiveTasklet.on(Ctx.PINNED);
    if (tasklet != null) {
      tasklet.ties().countLock(change);
    }
  }

  /** Does what keeps the calling thread waiting, while another carrier takes over the others. */
  static <T> T blocking(Supplier<T> waiting) {
    Carrier carrier = beginBlocking();
    try {
      return waiting.get();
    } finally {
      unblock(carrier);
    }
  }

  private static @Nullable Carrier beginBlocking() {
    if (Thread.currentThread() instanceof Carrier carrier) {
      carrier.scheduler().blocked(carrier, true);
      return carrier;
    }
    return null;
  }

  private static void unblock(@Nullable Carrier carrier) {
    if (carrier != null) {
      carrier.scheduler().blocked(carrier, false);
    }
  }
}

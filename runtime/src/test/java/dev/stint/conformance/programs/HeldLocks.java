package dev.stint.conformance.programs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks held over loops pin; released, they let go; their state holds throughout. */
public final class HeldLocks {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReadWriteLock readWrite = new ReentrantReadWriteLock();
  private int value;

  int locked(int n) {
    Lock l = lock;
    l.lock();
    try {
      for (int i = 0; i < n; i++) { // pinned here
        value += i + lock.getHoldCount();
      }
      lock.lock();
      lock.unlock();
      return value + (lock.isHeldByCurrentThread() ? 100 : 0);
    } finally {
      l.unlock();
    }
  }

  int reading(int n) {
    readWrite.readLock().lock();
    int seen = 0;
    while (n-- > 0) { // pinned here
      seen += value;
    }
    readWrite.readLock().unlock();
    if (readWrite.writeLock().tryLock()) {
      for (int i = 0; i < 2; i++) { // pinned here
        value++;
      }
      readWrite.writeLock().unlock();
    }
    return seen;
  }

  public static void main(String[] args) throws Exception {
    HeldLocks h = new HeldLocks();
    System.out.println(h.locked(4) + " " + h.reading(3));
    int free = 0;
    for (int i = 0; i < 5; i++) { // frozen here
      free += h.lock.isLocked() ? 100 : 1;
    }
    System.out.println(free + " " + h.lock.getHoldCount() + " " + h.value);
    Condition condition = h.lock.newCondition();
    h.lock.lock();
    boolean woken = condition.await(1, TimeUnit.MILLISECONDS);
    for (int i = 0; i < 2; i++) { // pinned here
      free++;
    }
    h.lock.unlock();
    Semaphore permits = new Semaphore(3);
    permits.acquire(2);
    StampedLock stamped = new StampedLock();
    long stamp = stamped.tryOptimisticRead();
    for (int i = 0; i < 4; i++) { // frozen here
      free += h.locked(1) % 2;
    }
    System.out.println(
        woken + " " + permits.availablePermits() + stamped.validate(stamp) + h.value);
  }
}

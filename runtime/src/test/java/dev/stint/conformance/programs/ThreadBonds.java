package dev.stint.conformance.programs;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What a thread hands to the threads that it makes, its context class loader, and fair locks. */
public final class ThreadBonds {
  private static final InheritableThreadLocal<String> USER = new InheritableThreadLocal<>();
  private static final InheritableThreadLocal<Integer> DEPTH =
      new InheritableThreadLocal<>() {
        @Override
        protected Integer childValue(Integer parent) {
          return parent + 1;
        }
      };

  /** A lock that cannot be tried. */
  static final class Plain implements Lock {
    int held;

    @Override
    public void lock() {
      held++;
    }

    @Override
    public void unlock() {
      held--;
    }

    @Override
    public void lockInterruptibly() {
      lock();
    }

    @Override
    public boolean tryLock() {
      throw new UnsupportedOperationException("tryLock");
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
      throw new UnsupportedOperationException("tryLock");
    }

    @Override
    public Condition newCondition() {
      throw new UnsupportedOperationException("newCondition");
    }
  }

  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  static void inherited() throws InterruptedException {
    USER.set("me");
    DEPTH.set(turns(3));
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    Thread first = new Thread(() -> seen.add(USER.get() + DEPTH.get()));
    first.start();
    first.join();
    USER.remove();
    turns(2);
    Thread second = new Thread(() -> seen.add(USER.get() + DEPTH.get()));
    second.start();
    second.join();
    System.out.println(seen + " " + USER.get() + DEPTH.get());
  }

  static void contextLoader() {
    Thread here = Thread.currentThread();
    ClassLoader own = ThreadBonds.class.getClassLoader();
    System.out.println(here.getContextClassLoader() == own);
    here.setContextClassLoader(new URLClassLoader("mine", new URL[0], own));
    for (int i = 0; i < 20; i++) {
      Thread.yield();
    }
    System.out.println(here.getContextClassLoader().getName());
    here.setContextClassLoader(own);
    turns(3);
    System.out.println(here.getContextClassLoader() == ThreadBonds.class.getClassLoader());
  }

  static void fair() throws InterruptedException {
    ReentrantLock fair = new ReentrantLock(true);
    Lock lock = fair;
    StringBuffer order = new StringBuffer();
    lock.lock();
    Thread other =
        new Thread(() -> {
          lock.lock();
          order.append("other ");
          lock.unlock();
        });
    other.start();
    while (!fair.hasQueuedThread(other)) {
      Thread.onSpinWait();
    }
    lock.unlock();
    lock.lock();
    order.append("main");
    lock.unlock();
    other.join();
    System.out.println(order);
  }

  public static void main(String[] args) throws InterruptedException {
    inherited();
    contextLoader();
    fair();
    Plain plain = new Plain();
    Lock lock = plain;
    lock.lock();
    System.out.println(plain.held + turns(2));
    lock.unlock();
    System.out.println(plain.held + turns(3));
  }
}

package dev.stint.conformance.programs;

// conformance: own-jvm
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads take after the main thread however they are made: the program lives as long as they. */
public final class ThreadKinds {
  /** Starts as its superclass does. */
  static final class Loud extends Thread {
    Loud(Runnable task) {
      super(task, "loud");
    }

    @Override
    public void start() {
      System.out.println("starts " + getName());
      super.start();
    }
  }

  /** Decides for itself. */
  static final class Quiet extends Thread {
    Quiet() {
      setDaemon(true);
    }

    Quiet(String name) {
      this();
      setName(name);
    }
  }

  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  /** What runs last is started first, so that threads outlive main in a known order. */
  static Runnable after(CountDownLatch before, CountDownLatch done, String what) {
    return () -> {
      try {
        before.await();
        Thread.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
      System.out.println(what);
      done.countDown();
    };
  }

  public static void main(String[] args) throws Exception {
    CountDownLatch[] gates = new CountDownLatch[5];
    for (int i = 0; i < gates.length; i++) { // frozen here
      gates[i] = new CountDownLatch(1);
    }
    System.out.println(turns(4) + " " + Thread.currentThread().isDaemon());
    System.out.println(new Thread().isDaemon() + " " + new Quiet("q").isDaemon());
    System.out.println(Thread.ofPlatform().daemon().unstarted(() -> {}).isDaemon());
    Thread.ofPlatform().daemon().unstarted(after(new CountDownLatch(1), gates[4], "never")).start();
    new Loud(after(gates[3], gates[4], "own class")).start();
    Thread.ofPlatform().start(after(gates[2], gates[3], "builder"));
    new Thread(null, after(gates[1], gates[2], "constructor"), "c", 0).start();
    ExecutorService pool = Executors.newFixedThreadPool(1, task -> new Thread(task));
    pool.execute(after(gates[0], gates[1], "pool"));
    pool.shutdown();
    gates[0].countDown();
  }
}

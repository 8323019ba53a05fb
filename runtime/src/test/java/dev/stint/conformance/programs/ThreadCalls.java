package dev.stint.conformance.programs;

// conformance: own-jvm
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads of the program sleep, yield and end the program, as its main thread may. */
public final class ThreadCalls {
  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  static String sleepAndYield() {
    try {
      Thread.sleep(1);
      Thread.sleep(Duration.ofMillis(1));
      Thread.yield();
      Thread.currentThread().interrupt();
      Thread.sleep(1_000_000);
      return "slept";
    } catch (InterruptedException e) {
      return "woken " + Thread.currentThread().isInterrupted();
    }
  }

  public static void main(String[] args) throws Exception {
    System.out.println(turns(4));
    Thread thread = new Thread(() -> System.out.println("thread " + sleepAndYield()));
    thread.start();
    thread.join();
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      System.out.println("pool " + pool.submit(ThreadCalls::sleepAndYield).get());
    }
    Thread virtual = Thread.startVirtualThread(() -> System.out.println(sleepAndYield()));
    virtual.join();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> System.out.println("hook " + sleepAndYield())));
    CountDownLatch never = new CountDownLatch(1);
    new Thread(
            () -> {
              try {
                System.exit(7);
              } finally {
                System.out.println("not seen");
                never.countDown();
              }
            })
        .start();
    never.await();
    System.out.println("not reached");
  }
}

package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Threads that the program starts and joins; it moves before and after, not while they live. */
public final class ThreadsJoined {
  static int sum(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) { // frozen here
      s += i;
    }
    return s;
  }

  static int withThreads() throws InterruptedException {
    int[] results = new int[3];
    List<Thread> threads = new ArrayList<>();
    CountDownLatch started = new CountDownLatch(3);
    CountDownLatch go = new CountDownLatch(1);
    for (int t = 0; t < 3; t++) {
      int number = t;
      Thread thread =
          new Thread(
              () -> {
                started.countDown();
                try {
                  go.await();
                } catch (InterruptedException e) {
                  return;
                }
                for (int i = 0; i <= number; i++) {
                  results[number] += i + 1;
                }
              },
              "job-" + t);
      threads.add(thread);
      thread.start();
    }
    started.await();
    int waited = 0;
    for (int i = 0; i < 4; i++) { // pinned here
      waited += threads.get(i % 3).isAlive() ? 1 : 0;
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return waited * 1000 + results[0] * 100 + results[1] * 10 + results[2];
  }

  public static void main(String[] args) throws Exception {
    System.out.println(sum(5));
    System.out.println(withThreads());
    System.out.println(sum(6));
    Thread virtual = Thread.ofVirtual().name("v").start(() -> System.out.println("virtual"));
    virtual.join();
    System.out.println(sum(7));
  }
}

package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Executor pools, started, used and shut down, with loops around them. */
public final class Executors {
  static long square(long n) {
    long r = 0;
    for (long i = 0; i < n; i++) {
      r += n;
    }
    return r;
  }

  static List<Long> pool(int n) throws Exception {
    ExecutorService pool = java.util.concurrent.Executors.newFixedThreadPool(2);
    List<Long> results = new ArrayList<>();
    try {
      List<Future<Long>> futures = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        long number = i;
        Callable<Long> work = () -> square(number);
        futures.add(pool.submit(work));
      }
      for (Future<Long> f : futures) {
        results.add(f.get());
      }
    } finally {
      pool.shutdown();
      System.out.println("ended " + pool.awaitTermination(10, TimeUnit.SECONDS));
    }
    return results;
  }

  public static void main(String[] args) throws Exception {
    long total = 0;
    for (long r : pool(6)) { // frozen here
      total += r;
    }
    System.out.println(total);
    try (ExecutorService virtual =
        java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> f = virtual.submit(() -> "from " + square(3));
      System.out.println(f.get());
    }
    for (int i = 0; i < 3; i++) { // frozen here
      total *= 2;
    }
    System.out.println(total + " " + pool(2));
  }
}

package dev.stint.conformance.programs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** What the JVM's common pool runs for the program, sees the program's streams and properties. */
public final class CommonPool {
  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("conformance.pool", "set " + turns(3));
    CompletableFuture.runAsync(() -> System.out.println("asynchronous")).join();
    System.out.println(
        CompletableFuture.supplyAsync(() -> System.getProperty("conformance.pool")).join());
    ForkJoinPool.commonPool().submit(() -> System.out.println("submitted " + turns(5))).get();
    IntStream.range(0, 8).parallel().forEach(i -> System.out.println("one of eight"));
    System.clearProperty("conformance.pool");
  }
}

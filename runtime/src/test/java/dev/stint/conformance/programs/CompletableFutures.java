package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Completable futures: done ones in locals, chains, failures, and asynchronous stages. */
public final class CompletableFutures {
  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  static String asynchronous() {
    List<CompletableFuture<Integer>> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      parts.add(CompletableFuture.supplyAsync(() -> number * 10));
    }
    CompletableFuture<Integer> sum =
        parts
            .get(0)
            .thenCombine(parts.get(1), Integer::sum)
            .thenCombine(parts.get(2), Integer::sum);
    return "sum " + sum.join();
  }

  public static void main(String[] args) throws Exception {
    CompletableFuture<String> done = CompletableFuture.completedFuture("done");
    CompletableFuture<Integer> open = new CompletableFuture<>();
    List<String> seen = new ArrayList<>();
    open.thenApply(n -> "got " + n).thenAccept(seen::add);
    System.out.println(turns(4) + done.get() + open.isDone());
    open.complete(turns(5));
    System.out.println(
        seen + " " + open.join() + done.thenCompose(s -> open.thenApply(n -> s + n)).join());
    System.out.println(asynchronous() + turns(3));
    CompletableFuture<String> failed =
        CompletableFuture.failedFuture(new IllegalStateException("bad " + turns(2)));
    for (int i = 0; i < 2; i++) { // frozen here
      try {
        failed.join();
      } catch (CompletionException e) {
        System.out.println(e.getCause().getMessage() + failed.exceptionally(t -> "mended").join());
      }
    }
  }
}

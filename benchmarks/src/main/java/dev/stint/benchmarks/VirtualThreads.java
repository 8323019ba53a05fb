package dev.stint.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;

/** What the programs do, on virtual threads; {@link SynchronousQueue}s are the channels. */
final class VirtualThreads {
  private static final int YIELDING = 64;
  private static final int RING = 503;
  private static final int AT_ONCE = 1000;
  private static final int CHILDREN = 10;

  private VirtualThreads() {}

  private static <T> FutureTask<T> start(Callable<T> code) {
    FutureTask<T> task = new FutureTask<>(code);
    Thread.startVirtualThread(task);
    return task;
  }

  /** Runs it in a virtual thread, to its end. */
  static <T> T run(Callable<T> code) throws InterruptedException, ExecutionException {
    return start(code).get();
  }

  static long yields(int count) throws Exception {
    List<FutureTask<Integer>> all = new ArrayList<>();
    for (int i = 0; i < YIELDING; i++) {
      all.add(start(() -> yieldTimes(count / YIELDING)));
    }
    return sumOf(all);
  }

  private static int yieldTimes(int count) {
    for (int i = 0; i < count; i++) {
      Thread.yield();
    }
    return count;
  }

  private static long sumOf(List<FutureTask<Integer>> all) throws Exception {
    long sum = 0;
    for (FutureTask<Integer> one : all) {
      sum += one.get();
    }
    return sum;
  }

  static long pingPong(int count) throws Exception {
    SynchronousQueue<Integer> there = new SynchronousQueue<>();
    SynchronousQueue<Integer> back = new SynchronousQueue<>();
    int turns = count / 2;
    FutureTask<Integer> other =
        start(() -> {
          for (int i = 0; i < turns; i++) {
            back.put(there.take() + 1);
          }
          return turns;
        });
    long sum = 0;
    for (int i = 0; i < turns; i++) {
      there.put(i);
      sum += back.take();
    }
    return sum + other.get();
  }

  static long ring(int count) throws Exception {
    List<SynchronousQueue<Integer>> links = new ArrayList<>();
    for (int i = 0; i < RING; i++) {
      links.add(new SynchronousQueue<>());
    }
    List<FutureTask<Integer>> all = new ArrayList<>();
    for (int i = 0; i < RING; i++) {
      SynchronousQueue<Integer> in = links.get(i);
      SynchronousQueue<Integer> out = links.get((i + 1) % RING);
      all.add(start(() -> handOn(in, out)));
    }
    links.get(0).put(count);
    return sumOf(all);
  }

  private static int handOn(SynchronousQueue<Integer> in, SynchronousQueue<Integer> out)
      throws InterruptedException {
    int seen = 0;
    while (true) {
      int left = in.take();
      seen++;
      if (left > 1 - RING) {
        out.put(left - 1);
      }
      if (left <= 0) {
        return seen;
      }
    }
  }

  static long spawn(int count) throws Exception {
    List<FutureTask<Integer>> some = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      some.add(start(() -> 1));
      if (some.size() == AT_ONCE) {
        sum += sumOf(some);
        some.clear();
      }
    }
    return sum;
  }

  static long skynet(int leaves) throws Exception {
    SynchronousQueue<Long> result = new SynchronousQueue<>();
    start(() -> node(result, 0, leaves));
    return result.take();
  }

  private static int node(SynchronousQueue<Long> result, long first, int leaves)
      throws InterruptedException {
    if (leaves == 1) {
      result.put(first);
      return 1;
    }
    SynchronousQueue<Long> results = new SynchronousQueue<>();
    int each = leaves / CHILDREN;
    for (int i = 0; i < CHILDREN; i++) {
      long firstOfChild = first + (long) i * each;
      start(() -> node(results, firstOfChild, each));
    }
    long sum = 0;
    for (int i = 0; i < CHILDREN; i++) {
      sum += results.take();
    }
    result.put(sum);
    return leaves;
  }
}

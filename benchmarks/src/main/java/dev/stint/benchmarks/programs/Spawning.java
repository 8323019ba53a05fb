package dev.stint.benchmarks.programs;

import dev.stint.Channel;
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;

/** Tasklets that are made and end. */
final class Spawning {
  static final int AT_ONCE = 1000;
  static final int CHILDREN = 10;

  private Spawning() {}

  /** So many empty tasklets, a thousand at a time. */
  static long spawn(int count) {
    List<Tasklet<Integer>> some = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      some.add(Tasklet.spawn(() -> 1));
      if (some.size() == AT_ONCE) {
        for (Tasklet<Integer> one : some) {
          sum += one.join();
        }
        some.clear();
      }
    }
    return sum;
  }

  /**
   * A tree of tasklets with ten children each and so many leaves, each of which sends its number to
   * its parent, which sends the sum to its own.
   */
  static long skynet(int leaves) {
    Channel<Long> result = Channel.rendezvous();
    Tasklet.spawn(() -> node(result, 0, leaves));
    return result.receive();
  }

  private static void node(Channel<Long> result, long first, int leaves) {
    if (leaves == 1) {
      result.send(first);
      return;
    }
    Channel<Long> results = Channel.rendezvous();
    int each = leaves / CHILDREN;
    for (int i = 0; i < CHILDREN; i++) {
      long firstOfChild = first + (long) i * each;
      Tasklet.spawn(() -> node(results, firstOfChild, each));
    }
    long sum = 0;
    for (int i = 0; i < CHILDREN; i++) {
      sum += results.receive();
    }
    result.send(sum);
  }
}

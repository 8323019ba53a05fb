package dev.stint.benchmarks.programs;

import dev.stint.Channel;
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;

/** Tasklets that give each other their turn. */
final class Switching {
  static final int YIELDING = 64;
  static final int RING = 503;

  private Switching() {}

  /** So many yields in all, of tasklets that are all ready. */
  static long yields(int count) {
    List<Tasklet<Integer>> all = new ArrayList<>();
    for (int i = 0; i < YIELDING; i++) {
      all.add(Tasklet.spawn(() -> yieldTimes(count / YIELDING)));
    }
    long sum = 0;
    for (Tasklet<Integer> one : all) {
      sum += one.join();
    }
    return sum;
  }

  private static int yieldTimes(int count) {
    for (int i = 0; i < count; i++) {
      Tasklet.yield();
    }
    return count;
  }

  /** So many messages between two tasklets, half each way, none buffered. */
  static long pingPong(int count) {
    Channel<Integer> there = Channel.rendezvous();
    Channel<Integer> back = Channel.rendezvous();
    int turns = count / 2;
    Tasklet<Integer> other =
        Tasklet.spawn(() -> {
          for (int i = 0; i < turns; i++) {
            back.send(there.receive() + 1);
          }
          return turns;
        });
    long sum = 0;
    for (int i = 0; i < turns; i++) {
      there.send(i);
      sum += back.receive();
    }
    return sum + other.join();
  }

  /** A number that is handed on so many times in a ring of 503 tasklets. */
  static long ring(int count) {
    List<Channel<Integer>> links = new ArrayList<>();
    for (int i = 0; i < RING; i++) {
      links.add(Channel.rendezvous());
    }
    List<Tasklet<Integer>> all = new ArrayList<>();
    for (int i = 0; i < RING; i++) {
      Channel<Integer> in = links.get(i);
      Channel<Integer> out = links.get((i + 1) % RING);
      all.add(Tasklet.spawn(() -> handOn(in, out)));
    }
    links.get(0).send(count);
    long last = 0;
    for (Tasklet<Integer> one : all) {
      last = Math.max(last, one.join());
    }
    return last;
  }

  /** Hands on what is left, less one; a number below 0 ends the ring. */
  private static int handOn(Channel<Integer> in, Channel<Integer> out) {
    int seen = 0;
    while (true) {
      int left = in.receive();
      seen++;
      if (left > 1 - RING) {
        out.send(left - 1);
      }
      if (left <= 0) {
        return seen;
      }
    }
  }
}

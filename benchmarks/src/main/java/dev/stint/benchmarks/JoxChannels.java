package dev.stint.benchmarks;

import com.softwaremill.jox.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/** What the programs do, on virtual threads with Jox's channels. */
final class JoxChannels {
  private static final int RING = 503;

  private JoxChannels() {}

  static long pingPong(int count) throws Exception {
    Channel<Integer> there = Channel.newRendezvousChannel();
    Channel<Integer> back = Channel.newRendezvousChannel();
    int turns = count / 2;
    FutureTask<Integer> other =
        new FutureTask<>(() -> {
          for (int i = 0; i < turns; i++) {
            back.send(there.receive() + 1);
          }
          return turns;
        });
    Thread.startVirtualThread(other);
    long sum = 0;
    for (int i = 0; i < turns; i++) {
      there.send(i);
      sum += back.receive();
    }
    return sum + other.get();
  }

  static long ring(int count) throws Exception {
    List<Channel<Integer>> links = new ArrayList<>();
    for (int i = 0; i < RING; i++) {
      links.add(Channel.newRendezvousChannel());
    }
    List<FutureTask<Integer>> all = new ArrayList<>();
    for (int i = 0; i < RING; i++) {
      Channel<Integer> in = links.get(i);
      Channel<Integer> out = links.get((i + 1) % RING);
      all.add(new FutureTask<>(() -> handOn(in, out)));
      Thread.startVirtualThread(all.getLast());
    }
    links.get(0).send(count);
    long sum = 0;
    for (FutureTask<Integer> one : all) {
      sum += one.get();
    }
    return sum;
  }

  private static int handOn(Channel<Integer> in, Channel<Integer> out) throws InterruptedException {
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

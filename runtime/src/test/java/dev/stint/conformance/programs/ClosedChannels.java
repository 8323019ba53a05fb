package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.ChannelClosedException;
import dev.stint.Tasklet;

/** Closing wakes who waits, ends iteration, and makes later calls throw. */
public final class ClosedChannels {
  static String waiter(Channel<Integer> c) {
    try {
      return "got " + c.receive();
    } catch (ChannelClosedException e) {
      int turns = 0;
      for (int i = 0; i < 3; i++) { // frozen here
        turns++;
      }
      return "closed " + turns;
    }
  }

  static int drain(Channel<Integer> c) {
    int n = 0;
    for (int v : c) { // frozen here
      n += v;
    }
    return n;
  }

  public static void main(String[] args) {
    Channel<Integer> c = Channel.rendezvous();
    Tasklet<String> first = Tasklet.spawn(() -> waiter(c));
    c.send(5);
    Tasklet<String> second = Tasklet.spawn(() -> waiter(c));
    for (int i = 0; i < 5; i++) { // frozen here
      Tasklet.yield();
    }
    c.close();
    c.close();
    System.out.println(first.join() + " " + second.join());
    Channel<Integer> d = Channel.rendezvous();
    Tasklet<Integer> drained = Tasklet.spawn(() -> drain(d));
    for (int i = 0; i < 6; i++) { // frozen here
      d.send(i);
    }
    d.close();
    System.out.println(drained.join());
    try {
      d.send(1);
    } catch (ChannelClosedException e) {
      System.out.println("no more sending");
    }
    try {
      d.receive();
    } catch (ChannelClosedException e) {
      System.out.println("nothing left");
    }
  }
}

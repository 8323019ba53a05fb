package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.ChannelClosedException;
import dev.stint.Tasklet;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** Selecting receives, sends, hears of ends and gives up in time; handlers are ordinary code. */
public final class Selections {
  static long work(int n) {
    long r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  static int produce(Channel<Integer> to, int from, int n) {
    for (int i = 0; i < n; i++) { // frozen here
      to.send(from + i);
    }
    to.close();
    return n;
  }

  static String merge() {
    Channel<Integer> small = Channel.rendezvous();
    Channel<Integer> large = Channel.buffered(2);
    Tasklet.spawn(() -> produce(small, 0, 6));
    Tasklet.spawn(() -> produce(large, 100, 6));
    TreeSet<Integer> got = new TreeSet<>();
    boolean[] ended = new boolean[2];
    while (!ended[0] || !ended[1]) { // frozen here
      if (ended[0] || ended[1]) {
        Channel<Integer> rest = ended[0] ? large : small;
        boolean over =
            Channel.<Boolean>select(
                Channel.onReceive(rest, v -> v < 0), Channel.onClosed(rest, () -> true));
        if (over) {
          ended[0] = true;
          ended[1] = true;
        }
        got.add(over ? -1 : -2);
      } else {
        int v =
            Channel.<Integer>select(
                Channel.onReceive(small, n -> n + (int) work(3)),
                Channel.onReceive(large, n -> n),
                Channel.onClosed(small, () -> -10),
                Channel.onClosed(large, () -> -20));
        ended[0] |= v == -10;
        ended[1] |= v == -20;
      }
    }
    return "ended " + got.contains(-1);
  }

  static String timeouts() {
    Channel<String> never = Channel.rendezvous();
    String none =
        Channel.select(
            Channel.onReceive(never, s -> s), Channel.onTimeout(Duration.ZERO, () -> "none now"));
    String late =
        Channel.select(
            Channel.onReceive(never, s -> s),
            Channel.onTimeout(Duration.ofMillis(3), () -> "none for " + work(3)));
    String only = Channel.select(Channel.onTimeout(Duration.ofMillis(1), () -> "only time"));
    Channel<String> ready = Channel.buffered(1);
    ready.send("there");
    String there =
        Channel.select(
            Channel.onReceive(ready, s -> s), Channel.onTimeout(Duration.ZERO, () -> "none now"));
    return none + ", " + late + ", " + only + ", " + there;
  }

  static long sum(Channel<Integer> from, int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      sum += from.receive();
    }
    return sum;
  }

  static String sending() {
    Channel<Integer> left = Channel.rendezvous();
    Channel<Integer> right = Channel.rendezvous();
    Tasklet<Long> one = Tasklet.spawn(() -> sum(left, 5));
    Tasklet<Long> two = Tasklet.spawn(() -> sum(right, 5));
    int lefts = 0;
    for (int i = 0; i < 10; i++) { // frozen here
      Channel<Integer> l = lefts < 5 ? left : right;
      Channel<Integer> r = i - lefts < 5 ? right : left;
      int here = lefts;
      lefts =
          Channel.select(
              Channel.onSend(l, 1, () -> l == left || l.equals(left) ? here + 1 : here),
              Channel.onSend(r, 1, () -> r.equals(left) ? here + 1 : here));
    }
    return one.join() + " " + two.join() + " " + lefts;
  }

  static int facing(Channel<Integer> to, Channel<Integer> never) {
    int turns = 0;
    for (int i = 0; i < 4; i++) { // frozen here
      int n = i;
      turns +=
          Channel.<Integer>select(
              Channel.onReceive(never, v -> 100), Channel.onSend(to, n, () -> 1));
    }
    return turns;
  }

  /** Both sides select. */
  static String eachOther() {
    Channel<Integer> between = Channel.rendezvous();
    Channel<Integer> never = Channel.rendezvous();
    Tasklet<Integer> sender = Tasklet.spawn(() -> facing(between, never));
    int sum = 0;
    for (int i = 0; i < 4; i++) { // frozen here
      sum =
          sum * 10
              + Channel.<Integer>select(
                  Channel.onReceive(between, v -> v), Channel.onReceive(never, v -> 9));
    }
    return sum + " " + sender.join();
  }

  static String fairness() {
    Channel<Integer> a = Channel.buffered(60);
    Channel<Integer> b = Channel.buffered(60);
    for (int i = 0; i < 60; i++) { // frozen here
      a.send(1);
      b.send(0);
    }
    int fromA = 0;
    for (int i = 0; i < 60; i++) { // frozen here
      fromA += Channel.<Integer>select(Channel.onReceive(a, v -> v), Channel.onReceive(b, v -> v));
    }
    return "fair " + (fromA > 10 && fromA < 50);
  }

  static String failures() {
    Channel<Integer> c = Channel.buffered(4);
    StringBuilder said = new StringBuilder();
    c.sendException(new IllegalArgumentException("sent"));
    c.send(0);
    for (int i = 0; i < 3; i++) { // frozen here
      try {
        said.append(Channel.<Integer>select(Channel.onReceive(c, v -> 7 / v)));
      } catch (IllegalArgumentException | ArithmeticException e) {
        said.append(e.getMessage()).append(", ");
        c.close();
      } catch (ChannelClosedException e) {
        said.append("closed");
      }
    }
    try {
      Channel.select(Channel.onSend(c, 1, () -> said.append("sent")));
    } catch (ChannelClosedException e) {
      said.append(", no sending");
    }
    return said
        + " "
        + Channel.<String>select(
            Channel.onSend(c, 1, () -> "sent"), Channel.onClosed(c, () -> "by its case"));
  }

  public static void main(String[] args) {
    System.out.println(merge());
    System.out.println(timeouts());
    System.out.println(sending());
    System.out.println(eachOther());
    System.out.println(fairness());
    System.out.println(failures());
    Channel<Integer> c = Channel.buffered(8);
    Channel<List<Integer>> lists = Channel.buffered(1);
    Object nothing = Channel.select(Channel.onSend(c, 5, () -> System.out.println("an action")));
    System.out.println(nothing + " " + c.receive());
    lists.send(List.of(1, 2));
    System.out.println(
        Channel.<Object>select(
            Channel.onReceive(lists, l -> l.size()), Channel.onReceive(c, v -> "no " + v)));
  }
}

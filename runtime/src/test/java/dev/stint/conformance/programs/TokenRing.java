package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.ChannelClosedException;
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;

/**
 * A ring of tasklets around which a token goes; what they send are copies; one of them gives up.
 */
public final class TokenRing {
  static final class Token implements java.io.Serializable {
    private static final long serialVersionUID = 1;

    int hops;
    final List<Integer> seen = new ArrayList<>();
  }

  static String station(int me, Channel<Token> in, Channel<Token> out, int laps) {
    int sum = 0;
    for (int lap = 0; lap < laps; lap++) { // frozen here
      Token token = in.receive();
      token.hops++;
      if (lap == 0) {
        token.seen.add(me);
      }
      out.send(token);
      token.hops += 1000;
      sum += token.hops;
    }
    return me + ":" + sum;
  }

  static int drain(Channel<Integer> from) {
    int n = 0;
    try {
      while (true) { // frozen here
        n = n * 2 + from.receive();
      }
    } catch (ChannelClosedException e) {
      return n;
    }
  }

  static int half(int n) {
    int left = n;
    for (int i = 0; i < n; i++) { // frozen here
      if (i > 3) {
        throw new IllegalArgumentException("too much: " + left);
      }
      left--;
    }
    return left;
  }

  public static void main(String[] args) {
    List<Channel<Token>> links = new ArrayList<>();
    for (int i = 0; i < 5; i++) { // frozen here
      links.add(i == 4 ? Channel.buffered(1) : Channel.rendezvous());
    }
    List<Tasklet<String>> stations = new ArrayList<>();
    for (int i = 0; i < 4; i++) { // frozen here
      int me = i;
      Channel<Token> in = links.get(i);
      Channel<Token> out = links.get(i + 1);
      stations.add(Tasklet.spawn(() -> station(me, in, out, 3)));
    }
    Token token = new Token();
    for (int lap = 0; lap < 3; lap++) { // frozen here
      links.get(0).send(token);
      token.hops = -7;
      token = links.get(4).receive();
    }
    System.out.println(token.hops + " " + token.seen);
    for (Tasklet<String> station : stations) { // frozen here
      System.out.print(station.join() + " ");
    }
    System.out.println();
    Channel<Integer> numbers = Channel.buffered(2);
    Tasklet<Integer> drained = Tasklet.spawn(() -> drain(numbers));
    for (int i = 0; i < 6; i++) { // frozen here
      numbers.send(i % 2);
    }
    numbers.close();
    System.out.println(drained.join());
    Tasklet<Integer> failing = Tasklet.spawn(() -> half(9));
    try {
      System.out.println(failing.join());
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage() + " " + Tasklet.spawn(() -> half(3)).join());
    }
  }
}

package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.ChannelClosedException;
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A search in ranges by a chain of filters, with failing parts, a stop signal and cancelled rest.
 */
public final class ScatteredSearch {
  static final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int looked;

    NotFoundException(int looked) {
      super("looked at " + looked);
      this.looked = looked;
    }
  }

  sealed interface Reply permits Found, Missed {}

  record Found(int n, int factor) implements Reply {}

  record Missed(int from) implements Reply {}

  static int factor(int n) {
    for (int d = 2; d * d <= n; d++) { // frozen here
      if (n % d == 0) {
        return d;
      }
    }
    throw new NotFoundException(n);
  }

  static String gather(Channel<Reply> replies, int parts) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < parts; i++) { // frozen here
      lines.add(
          switch (replies.receive()) {
            case Found(int n, int f) when f * f == n -> "square " + n;
            case Found(int n, int f) -> n + "=" + f + "*" + n / f;
            case Missed(int from) -> "none in " + from;
          });
    }
    lines.sort(null);
    return String.join(", ", lines);
  }

  static Tasklet<Integer> stage(Channel<Integer> in, Channel<Integer> out, int times) {
    return Tasklet.spawn(() -> {
      int passed = 0;
      try {
        while (true) { // frozen here
          int n = in.receive();
          if (n % times != 0) {
            out.send(n * times + 1);
            passed++;
          }
        }
      } catch (ChannelClosedException end) {
        return passed;
      } finally {
        out.close();
      }
    });
  }

  public static void main(String[] args) {
    Channel<Reply> replies = Channel.rendezvous();
    int[] starts = {49, 91, 97, 120};
    for (int start : starts) { // frozen here
      Tasklet.spawn(() -> {
        try {
          replies.send(new Found(start, factor(start)));
        } catch (NotFoundException e) {
          replies.send(new Missed(e.looked));
        }
        return null;
      });
    }
    System.out.println(gather(replies, starts.length));
    List<Channel<Integer>> pipes = new ArrayList<>(List.of(Channel.rendezvous()));
    List<Tasklet<Integer>> stages = new ArrayList<>();
    for (int times = 2; times < 6; times++) { // frozen here
      Channel<Integer> out = times % 2 == 0 ? Channel.buffered(times) : Channel.rendezvous();
      stages.add(stage(pipes.getLast(), out, times));
      pipes.add(out);
    }
    Channel<Integer> first = pipes.getFirst();
    Tasklet<Integer> source =
        Tasklet.spawn(() -> {
          for (int i = 0; i < 20; i++) { // frozen here
            first.send(i);
          }
          first.close();
          return 20;
        });
    StringBuilder out = new StringBuilder();
    for (int n : pipes.getLast()) { // frozen here
      out.append(n).append(' ');
    }
    for (Tasklet<Integer> t : stages) { // frozen here
      out.append('/').append(t.join());
    }
    System.out.println(out + " of " + source.join());
    Tasklet<Integer> failing = Tasklet.spawn(() -> factor(factor(221) * 2 + 3));
    try {
      System.out.println(failing.join());
    } catch (NotFoundException e) {
      System.out.println(e.getMessage() + " " + failing.status());
    }
    Channel<Integer> never = Channel.rendezvous();
    Tasklet<Integer> waiting = Tasklet.spawn(() -> never.receive());
    waiting.cancel();
    try {
      waiting.join();
    } catch (CancellationException e) {
      System.out.println(waiting.status());
    }
    System.out.println(Tasklet.map(List.of(4, 9, 35), ScatteredSearch::factor));
  }
}

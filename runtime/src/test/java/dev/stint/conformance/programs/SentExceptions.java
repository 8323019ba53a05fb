package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;

/** An exception sent over a channel is thrown at its receiver, between ordinary messages. */
public final class SentExceptions {
  static final class Refused extends RuntimeException {
    final int code;

    Refused(int code) {
      super("refused " + code);
      this.code = code;
    }
  }

  static String collect(Channel<Integer> in) {
    StringBuilder b = new StringBuilder();
    while (true) { // frozen here
      try {
        int n = in.receive();
        if (n < 0) {
          return b.toString();
        }
        b.append(n).append(' ');
      } catch (Refused e) {
        for (int i = 0; i < e.code; i++) { // frozen here
          b.append('!');
        }
        b.append(e.getMessage()).append(' ');
      }
    }
  }

  public static void main(String[] args) {
    Channel<Integer> c = Channel.rendezvous();
    Tasklet<String> collector = Tasklet.spawn(() -> collect(c));
    for (int i = 0; i < 8; i++) { // frozen here
      if (i % 3 == 2) {
        c.sendException(new Refused(i));
      } else {
        c.send(i);
      }
    }
    c.send(-1);
    System.out.println(collector.join());
  }
}

package dev.stint.examples;

import dev.stint.Channel;
import dev.stint.Tasklet;

/**
 * Two tasklets that talk over channels, wherever each of them is. Run it with {@code stint run}.
 */
public final class PingPong {
  private static final int DEFAULT_ROUNDS = 1000;

  private PingPong() {}

  static long answer(Channel<Integer> pings, Channel<Integer> pongs) {
    long answered = 0;
    for (int ping : pings) {
      pongs.send(ping + 1);
      answered++;
    }
    return answered;
  }

  static int ask(Channel<Integer> pings, Channel<Integer> pongs, int rounds) {
    int ball = 0;
    for (int i = 0; i < rounds; i++) {
      pings.send(ball);
      ball = pongs.receive();
    }
    pings.close();
    return ball;
  }

  /** Plays as many rounds as the argument says, or a thousand. */
  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_ROUNDS;
    Channel<Integer> pings = Channel.rendezvous();
    Channel<Integer> pongs = Channel.rendezvous();
    Tasklet<Long> answering = Tasklet.spawn(() -> answer(pings, pongs));
    Tasklet<Integer> asking = Tasklet.spawn(() -> ask(pings, pongs, rounds));
    System.out.println("the ball crossed " + asking.join() + " times");
    System.out.println("answered " + answering.join() + " of " + rounds);
  }
}

package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;

/** Ping-pong over two rendezvous channels: each message waits for its receiver. */
public final class Rendezvous {
  static long serve(Channel<Integer> in, Channel<String> out, int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      int message = in.receive();
      sum += message;
      out.send("pong " + message);
    }
    return sum;
  }

  public static void main(String[] args) {
    Channel<Integer> ping = Channel.rendezvous();
    Channel<String> pong = Channel.rendezvous();
    Tasklet<Long> server = Tasklet.spawn(() -> serve(ping, pong, 12));
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 12; i++) { // frozen here
      ping.send(i * i);
      String answer = pong.receive();
      log.append(answer.substring(5)).append(' ');
    }
    System.out.println(log + "" + server.join());
    System.out.println(
        ping.trySend(1) + " " + pong.tryReceive().isPresent() + " " + ping.balance());
  }
}

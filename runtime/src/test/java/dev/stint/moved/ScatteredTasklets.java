package dev.stint.moved;

import dev.stint.Channel;
import dev.stint.Scope;
import dev.stint.Tasklet;
import dev.stint.TaskletTimeoutException;
import java.time.Duration;

/** Scopes, selects, timed joins and interruptions between tasklets on two nodes. */
public final class ScatteredTasklets {
  static String waitsFor(Channel<String> said) {
    Channel<String> never = Channel.rendezvous();
    try {
      said.send("waiting");
      return never.receive();
    } finally {
      said.send("ended");
    }
  }

  static String failsOn(String node, Channel<String> said) {
    Tasklet.moveTo(node);
    said.send("moved");
    throw new IllegalStateException("failed on " + Tasklet.current().node());
  }

  /** The failure comes from another node while the owner waits for a message. */
  static void scope() {
    Channel<String> said = Channel.buffered(8);
    try (Scope<String> scope = Scope.open()) {
      scope.fork(() -> waitsFor(said));
      scope.fork(() -> failsOn("n2", said));
      for (int i = 0; i < 3; i++) {
        said.receive();
      }
      Tasklet.moveTo("n2");
      scope.joinAll();
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
    Tasklet.moveTo("n1");
  }

  static int produceOn(String node, Channel<Integer> to, int n) {
    Tasklet.moveTo(node);
    Channel<Integer> never = Channel.rendezvous();
    int sent = 0;
    while (sent < n) {
      int next = sent;
      sent +=
          Channel.<Integer>select(
              Channel.onSend(to, next, () -> 1), Channel.onReceive(never, v -> 100));
      if (sent == n / 2) {
        Tasklet.moveTo("n1");
      }
    }
    to.close();
    return sent;
  }

  /** Both sides select, on different nodes, and move meanwhile. */
  static void select() {
    Channel<Integer> numbers = Channel.rendezvous();
    Channel<Integer> never = Channel.rendezvous();
    Tasklet<Integer> producer = Tasklet.spawn(() -> produceOn("n2", numbers, 8));
    StringBuilder got = new StringBuilder();
    for (int v = 0; v >= 0; ) {
      v =
          Channel.<Integer>select(
              Channel.onReceive(numbers, n -> n),
              Channel.onReceive(never, n -> -2),
              Channel.onClosed(numbers, () -> -1));
      got.append(v).append(' ');
      if (v == 5) {
        Tasklet.moveTo("n2");
      }
    }
    System.out.println(got + "" + producer.join());
    Tasklet.moveTo("n1");
    System.out.println(
        Channel.<String>select(
            Channel.onReceive(never, n -> "got"),
            Channel.onTimeout(Duration.ofMillis(1), () -> "nothing")));
  }

  static String interruptedOn(String node, Channel<String> said) {
    Tasklet.moveTo(node);
    try {
      said.send("there");
      Tasklet.sleep(Duration.ofDays(1));
      return "slept";
    } catch (IllegalArgumentException e) {
      return e.getMessage() + " on " + Tasklet.current().node();
    }
  }

  static void interrupt() {
    Channel<String> said = Channel.rendezvous();
    Tasklet<String> sleeper = Tasklet.spawn(() -> interruptedOn("n2", said));
    said.receive();
    try {
      sleeper.join(Duration.ofMillis(1));
    } catch (TaskletTimeoutException e) {
      System.out.println("still asleep");
    }
    sleeper.interruptWith(new IllegalArgumentException("interrupted"));
    System.out.println(sleeper.join(Duration.ofHours(1)));
  }

  public static void main(String[] args) {
    scope();
    select();
    interrupt();
  }
}

package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import dev.stint.TaskletStatus;
import java.time.Duration;

/** A tasklet throws what another asks it to, goes on if it catches that, and fails otherwise. */
public final class Interruptions {
  static final class Stop extends RuntimeException {
    final int code;

    Stop(int code) {
      super("stop " + code);
      this.code = code;
    }
  }

  static String waiting(int kind, Channel<String> said, Channel<String> never) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 2; i++) { // frozen here
      try {
        said.send("ready");
        switch (kind) {
          case 0 -> never.receive();
          case 1 -> Tasklet.sleep(Duration.ofDays(1));
          case 2 -> Channel.select(Channel.onReceive(never, s -> s));
          default -> {
            long turns = 0;
            while (turns >= 0) {
              turns = (turns + 1) % 100;
              Tasklet.yield();
            }
          }
        }
      } catch (Stop e) {
        log.append(e.getMessage()).append(e.code).append(' ');
      }
    }
    return log.toString();
  }

  public static void main(String[] args) {
    Channel<String> said = Channel.rendezvous();
    Channel<String> never = Channel.rendezvous();
    for (int kind = 0; kind < 4; kind++) { // frozen here
      int k = kind;
      Tasklet<String> t = Tasklet.spawn(() -> waiting(k, said, never));
      for (int i = 0; i < 2; i++) { // frozen here
        said.receive();
        t.interruptWith(new Stop(i));
      }
      System.out.println(t.join());
      t.interruptWith(new Stop(9));
      System.out.println(t.status() == TaskletStatus.DONE);
    }
    Tasklet<String> uncaught = Tasklet.spawn(() -> waiting(0, said, never));
    said.receive();
    uncaught.interruptWith(new IllegalStateException("uncaught"));
    try {
      uncaught.join();
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage() + " " + (uncaught.status() == TaskletStatus.FAILED));
    }
    Tasklet.current().interruptWith(new Stop(5));
    try {
      Tasklet.yield();
    } catch (Stop e) {
      System.out.println("itself " + e.code);
    }
  }
}

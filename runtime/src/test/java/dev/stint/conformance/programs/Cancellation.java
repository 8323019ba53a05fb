package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import dev.stint.TaskletStatus;
import java.util.concurrent.CancellationException;

/** Cancelling ends an endless loop and a waiting tasklet, and their finally blocks run. */
public final class Cancellation {
  static long endless(Channel<String> said) {
    long turns = 0;
    try {
      said.send("looping");
      while (turns >= 0) { // frozen here
        turns = (turns + 1) % 1000;
        Tasklet.yield();
      }
    } finally {
      said.trySend("finally");
    }
    return turns;
  }

  static String waiting(Channel<String> never, Channel<String> said) {
    said.send("waiting");
    return never.receive();
  }

  static String outcome(Tasklet<?> t) {
    try {
      return "result " + t.join();
    } catch (CancellationException e) {
      int n = 0;
      for (int i = 0; i < 3; i++) { // frozen here
        n++;
      }
      return "cancelled " + n + " " + (t.status() == TaskletStatus.CANCELLED);
    }
  }

  public static void main(String[] args) {
    Channel<String> said = Channel.buffered(4);
    Channel<String> never = Channel.rendezvous();
    Tasklet<Long> loop = Tasklet.spawn(() -> endless(said));
    System.out.println(said.receive());
    for (int i = 0; i < 4; i++) { // frozen here
      Tasklet.yield();
    }
    loop.cancel();
    System.out.println(outcome(loop));
    System.out.println(said.tryReceive().orElse("nothing"));
    Tasklet<String> wait = Tasklet.spawn(() -> waiting(never, said));
    System.out.println(said.receive());
    wait.cancel();
    System.out.println(outcome(wait));
    Tasklet<Integer> done = Tasklet.spawn(() -> 7);
    System.out.println(outcome(done));
    done.cancel();
    System.out.println(outcome(done));
  }
}

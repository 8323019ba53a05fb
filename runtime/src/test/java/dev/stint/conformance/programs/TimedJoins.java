package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import dev.stint.TaskletTimeoutException;
import java.time.Duration;

/** A join with a timeout gives up in time, may be repeated, and gives the result once there. */
public final class TimedJoins {
  static int waiting(Channel<Integer> c) {
    int sum = 0;
    for (int i = 0; i < 3; i++) { // frozen here
      sum += c.receive();
    }
    return sum;
  }

  static String join(Tasklet<?> t, Duration timeout) {
    try {
      return "result " + t.join(timeout);
    } catch (TaskletTimeoutException e) {
      int turns = 0;
      for (int i = 0; i < 3; i++) { // frozen here
        turns++;
      }
      return "too early " + turns;
    } catch (IllegalArgumentException e) {
      return "failed " + e.getMessage();
    }
  }

  public static void main(String[] args) {
    Channel<Integer> c = Channel.rendezvous();
    Tasklet<Integer> t = Tasklet.spawn(() -> waiting(c));
    for (int i = 0; i < 3; i++) { // frozen here
      System.out.println(join(t, Duration.ofMillis(i)));
      c.send(i * 10);
    }
    System.out.println(join(t, Duration.ofDays(1)));
    System.out.println(join(t, Duration.ZERO));
    Tasklet<Integer> bad =
        Tasklet.spawn(() -> {
          throw new IllegalArgumentException("bad");
        });
    System.out.println(join(bad, Duration.ofHours(1)));
  }
}

package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Tasklet;
import java.time.Duration;

/** Yields and sleeps in loops; the order of two sleepers with distinct ends is theirs. */
public final class YieldAndSleep {
  static int rounds(int n) {
    int done = 0;
    for (int i = 0; i < n; i++) { // frozen here
      Tasklet.yield();
      done++;
    }
    return done;
  }

  static long slept(int times) {
    long start = System.nanoTime();
    int left = times;
    while (left-- > 0) { // frozen here
      Tasklet.sleep(Duration.ofMillis(2));
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  public static void main(String[] args) {
    Tasklet<Integer> a = Tasklet.spawn(() -> rounds(20));
    Tasklet<Integer> b = Tasklet.spawn(() -> rounds(30));
    Tasklet<Long> c = Tasklet.spawn(() -> slept(3));
    System.out.println(rounds(10) + " " + a.join() + " " + b.join() + " " + (c.join() >= 5));
    Tasklet.sleep(Duration.ZERO);
    System.out.println(Tasklet.current().id().equals(Tasklet.current().id()));
  }
}

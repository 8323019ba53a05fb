package dev.stint.it;

import dev.stint.Tasklet;
import java.time.Duration;

/** What runs while the dashboard is looked at; a class of its own, since nodes load it. */
final class WanderingJobs {
  private static final int TASKLETS = 40;

  private WanderingJobs() {}

  static Object fail() {
    System.out.println("reading prices");
    throw new IllegalStateException("line 17 has no price");
  }

  static long wander() {
    for (int i = 0; i < TASKLETS; i++) {
      int first = i;
      Tasklet.spawn(() -> walk(first));
    }
    while (true) {
      Tasklet.sleep(Duration.ofMillis(100));
    }
  }

  static void walk(int first) {
    for (int turn = first; ; turn++) {
      Tasklet.moveTo("node-" + (turn % 3 + 1));
      Tasklet.sleep(Duration.ofSeconds(2));
    }
  }
}

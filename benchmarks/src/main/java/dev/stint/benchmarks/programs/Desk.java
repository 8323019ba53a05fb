package dev.stint.benchmarks.programs;

import dev.stint.Tasklet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The main program of a job that is measured: does what it is told, in a tasklet, for as long as it
 * runs. Who tells it loads this class and uses the queues.
 */
public final class Desk {
  /** A name, then a count. */
  public static final BlockingQueue<Object[]> ORDERS = new ArrayBlockingQueue<>(1);

  /** A result, or a throwable. */
  public static final BlockingQueue<Object> ANSWERS = new ArrayBlockingQueue<>(1);

  /** Before a kernel's name: others are ready while it runs. */
  public static final String SLICED = "sliced ";

  /** Before a kernel's name: one other is ready when it starts. */
  public static final String FROZEN_ONCE = "once ";

  private Desk() {}

  public static void main(String[] arguments) {
    while (true) {
      Object[] order = ORDERS.poll();
      if (order == null) {
        // No sleep: the next order is waited for while time is taken.
        Tasklet.yield();
      } else {
        ANSWERS.add(answer((String) order[0], (int) order[1]));
      }
    }
  }

  private static Object answer(String name, int count) {
    try {
      return Tasklet.spawn(() -> run(name, count)).join();
    } catch (Throwable e) { // whoever gave the order is to see it
      return e;
    }
  }

  private static long run(String name, int count) {
    return switch (name) {
      case "yields" -> Switching.yields(count);
      case "pingPong" -> Switching.pingPong(count);
      case "ring" -> Switching.ring(count);
      case "spawn" -> Spawning.spawn(count);
      case "skynet" -> Spawning.skynet(count);
      default -> kernel(name, count);
    };
  }

  private static long kernel(String name, int count) {
    if (name.startsWith(SLICED)) {
      return Kernels.repeatInSlices(name.substring(SLICED.length()), count);
    }
    return name.startsWith(FROZEN_ONCE)
        ? Kernels.repeatFrozenOnce(name.substring(FROZEN_ONCE.length()), count)
        : Kernels.repeat(name, count);
  }
}

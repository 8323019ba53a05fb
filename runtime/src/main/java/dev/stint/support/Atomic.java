package dev.stint.support;

import dev.stint.Tasklet;
import dev.stint.spi.TaskletSteps;
import org.jspecify.annotations.Nullable;

/** {@link Tasklet#atomically}. */
public final class Atomic {
  private Atomic() {}

  public static <T extends @Nullable Object> T atomically(Tasklet.Body<T> body) {
    TaskletSteps.current().countAtomic(1);
    try {
      return body.call();
    } catch (Exception e) {
      throw TaskletSteps.current().rethrow(e);
    } finally {
      TaskletSteps.current().countAtomic(-1);
    }
  }

  public static void atomically(Tasklet.Action action) {
    TaskletSteps.current().countAtomic(1);
    try {
      action.run();
    } catch (Exception e) {
      throw TaskletSteps.current().rethrow(e);
    } finally {
      TaskletSteps.current().countAtomic(-1);
    }
  }
}

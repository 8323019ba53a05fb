package dev.stint.runtime;

import dev.stint.Scope;
import dev.stint.Tasklet;
import dev.stint.abi.Ctx;
import org.jspecify.annotations.Nullable;

/** What a {@link Scope} needs of the runtime, for the calling tasklet. */
public final class Forks {
  private Forks() {}

  /** Begins a scope; returns its number. */
  public static int open() {
    return Cell.current().scopes().open();
  }

  /** Starts a tasklet in a scope. */
  public static <T extends @Nullable Object> Tasklet<T> fork(int scope, Tasklet.Body<T> body) {
    Cell cell = Cell.current();
    return cell.job().spawn(cell, body, scope);
  }

  /** The tasklet of a scope that was the first to fail, or null. */
  public static @Nullable Tasklet<?> failedFirst(int scope) {
    CellId failed = Cell.current().scopes().failedFirst(scope);
    return failed == null ? null : new TaskletHandle<@Nullable Object>(failed);
  }

  /** Ends a scope. */
  public static void close(int scope) {
    Cell.current().scopes().close(scope);
  }

  /** Throws it again if it ends the tasklet because the job is over. */
  public static void requireGoingOn(Throwable thrown) {
    if (thrown instanceof JobOver over) {
      throw over;
    }
  }

  /** Throws it as it is. */
  public static void rethrow(Throwable thrown) {
    throw Sneaky.rethrow(thrown);
  }

  /** Waits for a tasklet's end, whatever that is: what this throws is meant for the caller. */
  public static void awaitEnd(Tasklet<?> tasklet) {
    Primitives.awaitEnd(tasklet, Ctx.PINNED);
  }
}

package dev.stint.support;

import dev.stint.Scope;
import dev.stint.Tasklet;
import dev.stint.spi.TaskletSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** {@link Scope}. */
public final class ForkScope<T extends @Nullable Object> implements Scope<T> {
  private final Tasklet<?> owner = Tasklet.current();
  private final int number = TaskletSteps.current().openScope();
  private final List<Tasklet<T>> forked = new ArrayList<>();
  private boolean closed;

  private ForkScope() {}

  public static <T extends @Nullable Object> Scope<T> open() {
    return new ForkScope<>();
  }

  @Override
  @SuppressWarnings("unchecked") // A body of a subtype of T is a body of T: it only returns.
  public Tasklet<T> fork(Tasklet.Body<? extends T> body) {
    requireOpen();
    Tasklet<T> tasklet = TaskletSteps.current().fork(number, (Tasklet.Body<T>) body);
    forked.add(tasklet);
    return tasklet;
  }

  @Override
  @SuppressWarnings("unchecked") // Null is of every type.
  public Tasklet<T> fork(Tasklet.Action action) {
    return fork((Tasklet.Body<T>) (Tasklet.Body<?>) new Spawning.ActionBody(action));
  }

  @Override
  public List<T> joinAll() {
    requireOpen();
    List<T> results = new ArrayList<>(forked.size());
    try {
      for (Tasklet<T> tasklet : forked) {
        results.add(tasklet.join());
      }
      return results;
    } catch (CancellationException e) {
      cancelAll();
      joinFailed();
      joinAnyFailed();
      throw e;
    } catch (RuntimeException | Error e) {
      cancelAll();
      joinFailed();
      throw e;
    }
  }

  private void cancelAll() {
    for (Tasklet<T> tasklet : forked) {
      tasklet.cancel();
    }
  }

  /** Throws what the first to fail threw, if that is known. */
  private void joinFailed() {
    Tasklet<?> first = TaskletSteps.current().failedFirst(number);
    if (first != null) {
      first.join();
    }
  }

  /** Whoever was cancelled, may have been so because of one whose failure is not known here yet. */
  private void joinAnyFailed() {
    for (Tasklet<T> tasklet : forked) {
      try {
        tasklet.join();
      } catch (CancellationException e) {
        // It is not the cause.
      }
    }
  }

  @Override
  public void close() {
    requireOwner();
    if (closed) {
      return;
    }
    closed = true;
    cancelAll();
    Throwable meantForCaller = null;
    for (Tasklet<T> tasklet : forked) {
      boolean ended = false;
      while (!ended) {
        try {
          TaskletSteps.current().awaitEnd(tasklet);
          ended = true;
        } catch (Throwable t) { // whatever the caller is asked to throw has to wait
          TaskletSteps.current().requireGoingOn(t);
          meantForCaller = t;
        }
      }
    }
    TaskletSteps.current().closeScope(number);
    if (meantForCaller != null) {
      throw TaskletSteps.current().rethrow(meantForCaller);
    }
  }

  private void requireOpen() {
    requireOwner();
    if (closed) {
      throw new IllegalStateException("the scope is closed: fork and join inside its block");
    }
  }

  private void requireOwner() {
    if (!Tasklet.current().equals(owner)) {
      throw new IllegalStateException(
          "the scope belongs to "
              + owner
              + ": open another one in the tasklet that forks. A tasklet gets only a copy of it");
    }
  }
}

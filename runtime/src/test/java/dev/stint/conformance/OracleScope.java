package dev.stint.conformance;

import dev.stint.Scope;
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/** A scope of the oracle: each body tells of its own failure. */
final class OracleScope<T> implements Scope<T> {
  private final OracleRuntime runtime;
  private final List<Tasklet<T>> forked = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private boolean closed;

  OracleScope(OracleRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Tasklet<T> fork(Tasklet.Body<? extends T> body) {
    Tasklet.Body<? extends T> copy = runtime.copy(body);
    Tasklet<T> tasklet = runtime.spawn(() -> call(copy));
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the scope is closed");
      }
      forked.add(tasklet);
      if (failure.get() != null) {
        tasklet.cancel();
      }
    }
    return tasklet;
  }

  @Override
  public Tasklet<T> fork(Tasklet.Action action) {
    return fork(() -> {
      action.run();
      return null;
    });
  }

  private T call(Tasklet.Body<? extends T> body) throws Exception {
    try {
      return body.call();
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
      cancelAll();
      throw e;
    }
  }

  private synchronized void cancelAll() {
    forked.forEach(Tasklet::cancel);
  }

  @Override
  public List<T> joinAll() {
    List<T> results = new ArrayList<>();
    try {
      for (Tasklet<T> tasklet : forked) {
        results.add(tasklet.join());
      }
    } catch (CancellationException e) {
      cancelAll();
      if (failure.get() instanceof RuntimeException first) {
        throw first;
      }
      throw e;
    }
    return results;
  }

  @Override
  public void close() {
    closed = true;
    cancelAll();
    for (Tasklet<T> tasklet : forked) {
      try {
        tasklet.join();
      } catch (RuntimeException e) {
        // It has ended, which is all that is asked.
      }
    }
  }
}

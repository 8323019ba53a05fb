package dev.stint.conformance;

import dev.stint.Channel;
import dev.stint.Scope;
import dev.stint.SharedMap;
import dev.stint.Tasklet;
import dev.stint.TaskletFailedException;
import dev.stint.TaskletId;
import dev.stint.TaskletStatus;
import dev.stint.TaskletTimeoutException;
import dev.stint.spi.TaskletRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Tasklets made of threads and one monitor: slow and simple, an oracle for what programs that use
 * tasklets must print. Nothing moves and nothing is frozen.
 */
final class OracleRuntime implements TaskletRuntime {
  private final ThreadLocal<OracleTasklet<?>> current = new ThreadLocal<>();
  private final OracleCopies copies = new OracleCopies();
  private final Map<String, Map<?, ?>> maps = new HashMap<>();
  private int spawned;

  private final class OracleTasklet<T> implements Tasklet<T> {
    private final TaskletId id;
    private TaskletStatus status = TaskletStatus.READY;
    private boolean cancelled;
    private Throwable toThrow;
    private T result;
    private Throwable failure;

    OracleTasklet(int number) {
      id = new TaskletId("oracle." + number);
    }

    @Override
    public TaskletId id() {
      return id;
    }

    @Override
    public TaskletStatus status() {
      synchronized (OracleRuntime.this) {
        return status;
      }
    }

    @Override
    public void pause() {
      throw unordered();
    }

    @Override
    public void resume() {
      throw unordered();
    }

    @Override
    public void start() {
      throw unordered();
    }

    @Override
    public void runNow() {
      throw unordered();
    }

    @Override
    public void blockTrap(boolean mustNotWait) {
      throw unordered();
    }

    @Override
    public String node() {
      return "oracle";
    }

    @Override
    public T join() {
      return join(Long.MAX_VALUE);
    }

    @Override
    public T join(Duration timeout) {
      return join(System.nanoTime() + timeout.toNanos());
    }

    private T join(long deadline) {
      synchronized (OracleRuntime.this) {
        while (!status.isTerminal()) {
          if (!await(deadline)) {
            throw new TaskletTimeoutException("tasklet " + id + " has not ended yet");
          }
        }
        switch (failure) {
          case null -> {
            return copies.copy(result);
          }
          case RuntimeException e -> throw e;
          case Error e -> throw e;
          default -> throw new TaskletFailedException("tasklet failed: " + failure, failure);
        }
      }
    }

    @Override
    public void cancel() {
      synchronized (OracleRuntime.this) {
        cancelled = true;
        OracleRuntime.this.notifyAll();
      }
    }

    @Override
    public void interruptWith(Throwable exception) {
      synchronized (OracleRuntime.this) {
        toThrow = exception;
        OracleRuntime.this.notifyAll();
      }
    }

    private void run(Body<T> body) {
      current.set(this);
      T value = null;
      Throwable thrown = null;
      try {
        value = body.call();
      } catch (Throwable e) { // the tasklet's end, whatever it is
        thrown = e;
      }
      synchronized (OracleRuntime.this) {
        result = value;
        failure = thrown;
        status =
            thrown == null
                ? TaskletStatus.DONE
                : thrown instanceof CancellationException
                    ? TaskletStatus.CANCELLED
                    : TaskletStatus.FAILED;
        OracleRuntime.this.notifyAll();
      }
    }
  }

  /**
   * Waits for any change, as the caller's condition loop does; the caller holds this monitor.
   *
   * @param deadline by {@link System#nanoTime}, or {@link Long#MAX_VALUE}
   * @return false when the deadline has passed
   */
  boolean await(long deadline) {
    checkCancelled();
    long left = deadline == Long.MAX_VALUE ? 0 : (deadline - System.nanoTime()) / 1_000_000 + 1;
    if (deadline != Long.MAX_VALUE && deadline - System.nanoTime() <= 0) {
      return false;
    }
    try {
      wait(left);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    checkCancelled();
    return true;
  }

  private synchronized void checkCancelled() {
    OracleTasklet<?> self = current.get();
    if (self != null && self.cancelled) {
      self.cancelled = false;
      throw new CancellationException("cancelled");
    }
    if (self != null && self.toThrow != null) {
      RuntimeException thrown = (RuntimeException) self.toThrow;
      self.toThrow = null;
      throw thrown;
    }
  }

  <T> T copy(T value) {
    return copies.copy(value);
  }

  @Override
  public <T> Tasklet<T> spawn(Tasklet.Body<T> body) {
    OracleTasklet<T> tasklet;
    synchronized (this) {
      tasklet = new OracleTasklet<>(spawned++);
      copies.handle(tasklet);
    }
    Tasklet.Body<T> copy = copies.copy(body);
    Thread thread = new Thread(() -> tasklet.run(copy), "main");
    thread.setDaemon(true);
    thread.start();
    return tasklet;
  }

  @Override
  public <T> Tasklet<T> unstarted(Tasklet.Body<T> body) {
    throw unordered();
  }

  /** A thread cannot be held back, or be told when to run. */
  private static UnsupportedOperationException unordered() {
    return new UnsupportedOperationException("the oracle's tasklets run as threads do");
  }

  @Override
  public <T> T atomically(Tasklet.Body<T> body) {
    try {
      return body.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String effectId() {
    return "oracle";
  }

  @Override
  public void yield() {
    checkCancelled();
    Thread.yield();
  }

  @Override
  public synchronized void sleep(Duration duration) {
    long deadline = System.nanoTime() + duration.toNanos();
    while (await(deadline)) {}
  }

  @Override
  public Tasklet<?> currentTasklet() {
    return current.get();
  }

  @Override
  public void moveTo(String node) {
    throw new IllegalArgumentException("there is no other node");
  }

  @Override
  public void progress(long done, long total, String what) {}

  @Override
  public Path file(String name) {
    return Path.of(name);
  }

  @Override
  public <A, R> List<R> map(
      Collection<? extends A> items, Tasklet.Function<? super A, ? extends R> function) {
    List<Tasklet<R>> tasklets = new ArrayList<>();
    for (A item : items) {
      tasklets.add(spawn(() -> function.apply(item)));
    }
    List<R> results = new ArrayList<>();
    for (Tasklet<R> tasklet : tasklets) {
      results.add(tasklet.join());
    }
    return results;
  }

  @Override
  @SuppressWarnings("unchecked") // Whoever names a map knows what is in it.
  public synchronized <K, V> SharedMap<K, V> sharedMap(String name) {
    Map<K, V> entries = (Map<K, V>) maps.computeIfAbsent(name, n -> new HashMap<>());
    return new OracleMap<>(copies, name, entries);
  }

  @Override
  public <R> R select(Channel.Case<? extends R>[] cases) {
    return new OracleSelect<R>(this, cases).run();
  }

  @Override
  public <T> Scope<T> scope() {
    return new OracleScope<>(this);
  }

  @Override
  public synchronized <T> Channel<T> channel(int capacity) {
    OracleChannel<T> channel = new OracleChannel<>(this, capacity);
    copies.handle(channel);
    return channel;
  }
}

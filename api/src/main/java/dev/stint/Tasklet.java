package dev.stint;

import dev.stint.spi.TaskletRuntime;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that can be stopped at any loop turn, frozen to plain data and go on elsewhere.
 *
 * <p>An instance is a handle: it can be captured, sent through channels and kept in fields, and it
 * names the same tasklet wherever that tasklet is. The static methods act on the tasklet that calls
 * them; outside a tasklet they throw {@link IllegalStateException}.
 *
 * @param <T> what the body returns
 */
public interface Tasklet<T extends @Nullable Object> extends Serializable {

  /** Code that returns a value; what it captures is copied. */
  @FunctionalInterface
  interface Body<T extends @Nullable Object> extends Callable<T>, Serializable {}

  /** Code that returns nothing; what it captures is copied. */
  @FunctionalInterface
  interface Action extends Serializable {
    void run() throws Exception;
  }

  /** A function of one argument that can travel. */
  @FunctionalInterface
  interface Function<A extends @Nullable Object, R extends @Nullable Object> extends Serializable {
    R apply(A argument) throws Exception;
  }

  /** The identity of this tasklet; it never changes, also across moves. */
  TaskletId id();

  /** Where this tasklet stands now; a hint, since it may change at any time. */
  TaskletStatus status();

  /** The name of the node this tasklet is on now; a hint, since it may move at any time. */
  String node();

  /**
   * Waits until the tasklet has ended.
   *
   * @return what its body returned
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws RuntimeException what the body threw; a checked exception arrives as the cause of a
   *     {@link TaskletFailedException}
   */
  T join();

  /**
   * As {@link #join()}, but waits at most {@code timeout}.
   *
   * @throws TaskletTimeoutException if the tasklet has not ended by then
   */
  T join(Duration timeout);

  /** Asks the tasklet to end: its next safepoint or wait throws a {@code CancellationException}. */
  void cancel();

  /**
   * Makes the tasklet throw a copy of {@code exception} at its next safepoint or wait; a wait that
   * it is in ends so. What is uncaught ends the tasklet as failed. An exception that it has not
   * thrown yet gives way to the new one, and one that has ended is left alone.
   */
  void interruptWith(Throwable exception);

  /** Starts {@code body} as a new tasklet of this job; it runs anywhere in the cluster. */
  static <T extends @Nullable Object> Tasklet<T> spawn(Body<T> body) {
    return TaskletRuntime.current().spawn(body);
  }

  /** Starts {@code action} as a new tasklet of this job; it runs anywhere in the cluster. */
  static Tasklet<@Nullable Void> spawn(Action action) {
    return TaskletRuntime.current()
        .spawn(() -> {
          action.run();
          return null;
        });
  }

  /** Lets other ready tasklets run first. */
  static void yield() {
    TaskletRuntime.current().yield();
  }

  /** Parks the calling tasklet for at least {@code duration}; it holds no thread meanwhile. */
  static void sleep(Duration duration) {
    TaskletRuntime.current().sleep(duration);
  }

  /** The handle of the calling tasklet. */
  static Tasklet<?> current() {
    return TaskletRuntime.current().currentTasklet();
  }

  /**
   * Moves the calling tasklet; returns on the node named.
   *
   * @throws IllegalArgumentException if no such node takes tasklets now
   * @throws AnchoredException if something it holds cannot be serialized, with the field path
   */
  static void moveTo(String node) {
    TaskletRuntime.current().moveTo(node);
  }

  /** Reports how far the job is, for clients, command line and dashboard. */
  static void progress(long done, long total, String what) {
    TaskletRuntime.current().progress(done, total, what);
  }

  /** The local path of a file shipped with the job, on whatever node the caller is. */
  static Path file(String name) {
    return TaskletRuntime.current().file(name);
  }

  /**
   * Applies {@code function} to each item in tasklets of their own, and returns the results in the
   * items' order. At most 1000 tasklets are under way at once. The first failure cancels the rest
   * and is thrown.
   */
  static <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Collection<? extends A> items, Function<? super A, ? extends R> function) {
    return TaskletRuntime.current().map(items, function);
  }
}

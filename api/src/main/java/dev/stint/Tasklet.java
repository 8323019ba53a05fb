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

  /**
   * Takes the tasklet out of the run order until {@link #resume}: at its next safepoint, at once if
   * it is the caller or not running. What it waits for meanwhile still comes, but does not wake it.
   * To cancel it or to make it throw ends the pause.
   */
  void pause();

  /** Ends a {@link #pause}: the tasklet goes to the end of the run order. */
  void resume();

  /**
   * Starts a tasklet that was made by {@link #unstarted(Body)}.
   *
   * @throws IllegalStateException if it has been started before and is on this node; of one that is
   *     elsewhere a second start has no effect
   */
  void start();

  /**
   * Runs the tasklet now, and after it those that are behind it in the run order, up to the caller.
   * One that is paused runs before the caller goes on. That is exact with one carrier in the
   * deterministic mode; elsewhere the caller just lets others go first.
   *
   * @throws IllegalStateException if the tasklet has ended, or waits for something
   */
  void runNow();

  /**
   * Whether the tasklet must not wait: with {@code true}, a send, a receive, a select or a join
   * that would have to wait throws {@link IllegalStateException} instead.
   */
  void blockTrap(boolean mustNotWait);

  /** Makes a tasklet of this job that runs once it is told to {@link #start}; it is paused. */
  static <T extends @Nullable Object> Tasklet<T> unstarted(Body<T> body) {
    return TaskletRuntime.current().unstarted(body);
  }

  /** As {@link #unstarted(Body)}, without a result. */
  static Tasklet<@Nullable Void> unstarted(Action action) {
    return TaskletRuntime.current()
        .unstarted(() -> {
          action.run();
          return null;
        });
  }

  /**
   * Calls {@code body} without a break: until it returns or waits, the calling tasklet keeps its
   * carrier, whatever time it takes; a move, a pause or the end of a slice comes after it. What the
   * body throws is thrown.
   */
  static <T extends @Nullable Object> T atomically(Body<T> body) {
    return TaskletRuntime.current().atomically(body);
  }

  /** As {@link #atomically(Body)}, without a result. */
  static void atomically(Action action) {
    TaskletRuntime.current()
        .<@Nullable Void>atomically(() -> {
          action.run();
          return null;
        });
  }

  /**
   * A key for an effect outside the cluster: another one at each call, the same ones if the job is
   * done again. A receiver that remembers the keys it has seen does no effect twice.
   */
  static String effectId() {
    return TaskletRuntime.current().effectId();
  }

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

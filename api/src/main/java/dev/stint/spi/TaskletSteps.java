package dev.stint.spi;

import dev.stint.Channel;
import dev.stint.Scope;
import dev.stint.Tasklet;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The single steps of {@link Scope} and {@link Channel#select}, for the calling tasklet. What is
 * made of them is transformed with each job, so that it can be stopped between the steps.
 */
public interface TaskletSteps extends TaskletRuntime {
  /** Interest in receiving; to be added to others. */
  int RECEIVE = 1;

  /** Interest in sending; to be added to others. */
  int SEND = 2;

  /** Begins a scope; returns its number. */
  int openScope();

  /** Starts a tasklet in a scope. */
  <T extends @Nullable Object> Tasklet<T> fork(int scope, Tasklet.Body<T> body);

  /** The tasklet of a scope that was the first to fail, or null. */
  @Nullable Tasklet<?> failedFirst(int scope);

  /** Ends a scope. */
  void closeScope(int scope);

  /** Waits for a tasklet's end, whatever that is: what this throws is meant for the caller. */
  void awaitEnd(Tasklet<?> tasklet);

  /** The calling tasklet enters an atomic section (1) or leaves it (-1). */
  void countAtomic(int change);

  /** Throws it again if it ends the tasklet because the job is over. */
  void requireGoingOn(Throwable thrown);

  /** Throws it as it is, checked or not; never returns. */
  RuntimeException rethrow(Throwable thrown);

  /**
   * Waits until something of interest may be possible at one of the channels, each of which comes
   * once. That it is closed is always of interest.
   *
   * @param interests what is of interest at each
   * @param most how long to wait; null is without end
   * @return twice the index of the channel, plus one if it is closed; -1 if nothing came in time
   */
  int awaitAny(List<Channel<?>> channels, int[] interests, @Nullable Duration most);

  /** Which of {@code n} things to look at first: each as often as the others. */
  int first(int n);

  /**
   * Those of the calling tasklet's runtime.
   *
   * @throws IllegalStateException outside a tasklet, or if the runtime does all at once
   */
  static TaskletSteps current() {
    if (TaskletRuntime.current() instanceof TaskletSteps steps) {
      return steps;
    }
    throw new IllegalStateException("this runtime has scopes and selects of its own");
  }
}

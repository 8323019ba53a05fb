package dev.stint;

import dev.stint.spi.TaskletRuntime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block whose tasklets end with it: the first failure cancels the others, and nothing that was
 * forked outlives {@link #close}. Only the tasklet that opened a scope may use it.
 *
 * @param <T> what the tasklets return
 */
public interface Scope<T extends @Nullable Object> extends AutoCloseable {

  /** Opens a scope of the calling tasklet. */
  static <T extends @Nullable Object> Scope<T> open() {
    return TaskletRuntime.current().scope();
  }

  /**
   * Starts {@code body} as a new tasklet in this scope. If one of the scope's tasklets has failed,
   * the new one is cancelled at once.
   *
   * @throws IllegalStateException if the scope is closed, or another tasklet opened it
   */
  Tasklet<T> fork(Tasklet.Body<? extends T> body);

  /** As {@link #fork(Tasklet.Body)}, for what returns nothing; its result is null. */
  Tasklet<T> fork(Tasklet.Action action);

  /**
   * Waits until all tasklets forked so far have ended.
   *
   * @return what they returned, in the order of their forks
   * @throws java.util.concurrent.CancellationException if one of them was cancelled and none failed
   * @throws RuntimeException what the first to fail threw, as {@link Tasklet#join} does
   * @throws IllegalStateException if the scope is closed, or another tasklet opened it
   */
  List<T> joinAll();

  /**
   * Cancels the tasklets that have not ended, and waits until all have. A cancellation of the
   * caller does not shorten that, and is thrown afterwards. Closing twice does nothing.
   */
  @Override
  void close();
}

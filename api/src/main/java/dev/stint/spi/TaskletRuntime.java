package dev.stint.spi;

import dev.stint.Channel;
import dev.stint.Scope;
import dev.stint.SharedMap;
import dev.stint.Tasklet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The runtime of the tasklet that runs on the calling thread.
 *
 * <p>Transformed code does not come here for what may suspend: there the runtime's own primitives
 * take the call. A call that arrives here is pinned, and an implementer blocks the thread.
 */
public interface TaskletRuntime {

  <T extends @Nullable Object> Tasklet<T> spawn(Tasklet.Body<T> body);

  /** A tasklet that has yet to be started. */
  <T extends @Nullable Object> Tasklet<T> unstarted(Tasklet.Body<T> body);

  /** {@link Tasklet#atomically}; throws what the body throws. */
  <T extends @Nullable Object> T atomically(Tasklet.Body<T> body);

  /** {@link Tasklet#effectId}. */
  String effectId();

  void yield();

  void sleep(Duration duration);

  Tasklet<?> currentTasklet();

  void moveTo(String node);

  void progress(long done, long total, String what);

  Path file(String name);

  <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Collection<? extends A> items, Tasklet.Function<? super A, ? extends R> function);

  /** A new channel; capacity 0 is a rendezvous. */
  <T> Channel<T> channel(int capacity);

  /** The map of this name, which the whole cluster shares. */
  <K, V> SharedMap<K, V> sharedMap(String name);

  /** {@link Channel#select}; throws what the handler throws. */
  <R extends @Nullable Object> R select(Channel.Case<? extends R>[] cases);

  /** A new scope of the calling tasklet. */
  <T extends @Nullable Object> Scope<T> scope();

  /**
   * The runtime of the calling tasklet.
   *
   * @throws IllegalStateException outside a tasklet
   */
  static TaskletRuntime current() {
    TaskletRuntime runtime = Installed.locator.get();
    if (runtime == null) {
      throw new IllegalStateException(
          "not inside a tasklet. Submit this code as a job (StintClient.submit, stint run) or run it"
              + " with LocalScheduler");
    }
    return runtime;
  }

  /** Tells how to find the runtime of the calling thread's tasklet; null from it means none. */
  static void install(Supplier<@Nullable TaskletRuntime> locator) {
    Installed.locator = locator;
  }

  /** Holds the locator that the runtime in this JVM has installed. */
  final class Installed {
    private static volatile Supplier<@Nullable TaskletRuntime> locator = () -> null;

    private Installed() {}
  }
}

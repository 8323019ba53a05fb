package dev.stint.runtime;

import dev.stint.abi.Ctx;
import dev.stint.image.NotSerializableStateException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What transformed code calls in the place of {@link ThreadLocal}: the values follow the tasklet,
 * because it changes threads. So does the context class loader.
 *
 * <p>Inheritable values are on the tasklet's carrier, too, because a new thread takes them from the
 * thread that makes it.
 */
public final class TaskletLocals {
  /** The inheritable locals that the calling carrier has values of. */
  private static final ThreadLocal<@Nullable List<ThreadLocal<?>>> LENT = new ThreadLocal<>();

  private static final Map<ThreadLocal<?>, @Nullable Object> NONE = Map.of();

  /** Most tasklets have none: then this is the shared empty map. */
  private Map<ThreadLocal<?>, @Nullable Object> values = NONE;

  private boolean inherited;
  private boolean hasContextLoader;
  private @Nullable ClassLoader contextLoader;

  TaskletLocals() {}

  /** {@link ThreadLocal#get}. */
  public static @Nullable Object get(ThreadLocal<?> local) {
    TaskletLocals here = here();
    if (here == null) {
      return local.get();
    }
    if (!here.values.containsKey(local)) {
      // Only the class itself knows the initial value: it is asked through this thread's slot.
      local.remove();
      Object initial = local.get();
      local.remove();
      here.put(local, initial);
    }
    return here.values.get(local);
  }

  /** {@link ThreadLocal#set}. */
  @SuppressWarnings("unchecked") // The program's compiler has checked it.
  public static void set(ThreadLocal<?> local, @Nullable Object value) {
    TaskletLocals here = here();
    if (here == null) {
      ((ThreadLocal<@Nullable Object>) local).set(value);
    } else {
      here.put(local, value);
    }
  }

  private void put(ThreadLocal<?> local, @Nullable Object value) {
    own().put(local, value);
    if (local instanceof InheritableThreadLocal<?>) {
      inherited = true;
      lend();
    }
  }

  private Map<ThreadLocal<?>, @Nullable Object> own() {
    if (values == NONE) {
      values = new IdentityHashMap<>();
    }
    return values;
  }

  /** {@link ThreadLocal#remove}. */
  public static void remove(ThreadLocal<?> local) {
    TaskletLocals here = here();
    if (here == null) {
      local.remove();
    } else {
      here.own().remove(local);
      if (local instanceof InheritableThreadLocal<?>) {
        here.lend();
      }
    }
  }

  /** {@link Thread#setContextClassLoader} of the calling thread, if that is a carrier. */
  static void keepContextLoader(@Nullable ClassLoader loader) {
    LiveTasklet mounted = LiveTasklet.on(Ctx.PINNED);
    if (mounted != null && mounted.owner() instanceof Cell cell) {
      TaskletLocals here = cell.locals();
      here.hasContextLoader = loader != cell.side().loader();
      here.contextLoader = here.hasContextLoader ? loader : null;
    }
  }

  /** The tasklet is about to run on the calling carrier: what new threads inherit is its own. */
  void mounted(ResidentJob job, ClassLoader loader) {
    JobScope.enter(job, hasContextLoader ? contextLoader : loader);
    if (inherited || LENT.get() != null) {
      lend();
    }
  }

  @SuppressWarnings("unchecked") // A value came from its own local.
  private void lend() {
    List<ThreadLocal<?>> before = LENT.get();
    if (before != null) {
      before.forEach(ThreadLocal::remove);
    }
    List<ThreadLocal<?>> lent = new ArrayList<>();
    values.forEach((local, value) -> {
      if (local instanceof InheritableThreadLocal<?>) {
        ((ThreadLocal<@Nullable Object>) local).set(value);
        lent.add(local);
      }
    });
    LENT.set(lent.isEmpty() ? null : lent);
  }

  /** {@code new ThreadLocal()}. */
  public static ThreadLocal<?> make() {
    return new TaskletLocal<@Nullable Object>(null);
  }

  /** {@link ThreadLocal#withInitial}. */
  public static ThreadLocal<?> withInitial(Supplier<?> initial) {
    return new TaskletLocal<@Nullable Object>(Objects.requireNonNull(initial));
  }

  private static @Nullable TaskletLocals here() {
    LiveTasklet mounted = LiveTasklet.on(Ctx.PINNED);
    return mounted != null && mounted.owner() instanceof Cell cell ? cell.locals() : null;
  }

  /** One value, to travel. */
  record Saved(ThreadLocal<?> local, @Nullable Object value) {}

  /**
   * All values, as plain data.
   *
   * @throws NotSerializableStateException if the program has set a context class loader
   */
  List<Saved> save() {
    ClassLoader own = contextLoader;
    if (hasContextLoader) {
      throw new NotSerializableStateException(
          "Thread.contextClassLoader",
          own == null ? "null" : own.getClass().getName(),
          "a class loader belongs to its JVM. Set back the job's own before the move");
    }
    List<Saved> all = new ArrayList<>();
    values.forEach((local, value) -> all.add(new Saved(local, value)));
    return all;
  }

  /** Its tasklet has ended: nobody can see its values any more. */
  void clear() {
    values = NONE;
  }

  /** Has these values and no others. */
  void restore(List<Saved> all) {
    values = NONE;
    for (Saved one : all) {
      own().put(one.local(), one.value());
      inherited |= one.local() instanceof InheritableThreadLocal<?>;
    }
  }
}

package dev.stint.runtime;

import dev.stint.abi.Ctx;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What transformed code calls in the place of {@link ThreadLocal}: the values follow the tasklet,
 * because it changes threads.
 */
public final class TaskletLocals {
  private final Map<ThreadLocal<?>, @Nullable Object> values = new IdentityHashMap<>();

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
      here.values.put(local, initial);
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
      here.values.put(local, value);
    }
  }

  /** {@link ThreadLocal#remove}. */
  public static void remove(ThreadLocal<?> local) {
    TaskletLocals here = here();
    if (here == null) {
      local.remove();
    } else {
      here.values.remove(local);
    }
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

  /** All values, as plain data. */
  List<Saved> save() {
    List<Saved> all = new ArrayList<>();
    values.forEach((local, value) -> all.add(new Saved(local, value)));
    return all;
  }

  /** Has these values and no others. */
  void restore(List<Saved> all) {
    values.clear();
    for (Saved one : all) {
      values.put(one.local(), one.value());
    }
  }
}

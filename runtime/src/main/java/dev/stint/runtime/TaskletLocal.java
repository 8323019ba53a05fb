package dev.stint.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thread local that transformed code has made, which can travel. */
final class TaskletLocal<T extends @Nullable Object> extends ThreadLocal<T> {
  private final @Nullable Supplier<? extends T> initial;

  TaskletLocal(@Nullable Supplier<? extends T> initial) {
    this.initial = initial;
  }

  @Nullable Supplier<? extends T> initial() {
    return initial;
  }

  @Override
  @SuppressWarnings("NullAway") // Without a supplier the initial value is null, whatever T is.
  protected T initialValue() {
    return initial == null ? null : initial.get();
  }
}

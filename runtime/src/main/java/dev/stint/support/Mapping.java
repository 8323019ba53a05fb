package dev.stint.support;

import dev.stint.spi.Callback;
import java.util.ConcurrentModificationException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The methods of {@link Map} that call back. Done here are the interface's own defaults, and those
 * of {@link java.util.HashMap}, {@link LinkedHashMap} and {@link TreeMap}, which are not for
 * several threads and report a function that changes the map. Every other map may keep a lock
 * meanwhile, promise atomicity or refuse: its method is called.
 *
 * <p>One difference is left: a loop over a hash map that its action changes fails before the next
 * action, and the JDK's after the last.
 */
@SuppressWarnings("NullAway") // Elements may be null where the program's types allow it.
public final class Mapping {
  private Mapping() {}

  private static boolean isLoopReported(Map<?, ?> map) {
    return Unchanged.isReportedBy(map) || map.getClass() == IdentityHashMap.class;
  }

  public static <K extends @Nullable Object, V extends @Nullable Object> void forEach(
      Map<K, V> map, BiConsumer<? super K, ? super V> action) {
    boolean reported = isLoopReported(map);
    if (!reported && !Callback.FOR_EACH_ENTRY.isDefaultIn(map)) {
      map.forEach(action);
      return;
    }
    Objects.requireNonNull(action);
    Unchanged unchanged = reported && !map.isEmpty() ? Unchanged.since(map) : null;
    for (Map.Entry<K, V> entry : map.entrySet()) {
      K key;
      V value;
      try {
        key = entry.getKey();
        value = entry.getValue();
      } catch (IllegalStateException e) {
        throw new ConcurrentModificationException(e);
      }
      action.accept(key, value);
    }
    if (unchanged != null) {
      unchanged.check(map);
    }
  }

  public static <K extends @Nullable Object, V extends @Nullable Object> void replaceAll(
      Map<K, V> map, BiFunction<? super K, ? super V, ? extends V> function) {
    boolean reported = isLoopReported(map);
    if (!reported && !Callback.REPLACE_VALUES.isDefaultIn(map)) {
      map.replaceAll(function);
      return;
    }
    Objects.requireNonNull(function);
    Unchanged unchanged = reported && !map.isEmpty() ? Unchanged.since(map) : null;
    for (Map.Entry<K, V> entry : map.entrySet()) {
      K key;
      V value;
      try {
        key = entry.getKey();
        value = entry.getValue();
      } catch (IllegalStateException e) {
        throw new ConcurrentModificationException(e);
      }
      V made = function.apply(key, value);
      try {
        entry.setValue(made);
      } catch (IllegalStateException e) {
        throw new ConcurrentModificationException(e);
      }
    }
    if (unchanged != null) {
      unchanged.check(map);
    }
  }

  // The JDK's own method puts what the program's function has made, so that it lands where the JDK
  // would have put it: HashMap's methods of this kind add at the other end of a bin than put does.

  public static <K extends @Nullable Object, V> @Nullable V computeIfAbsent(
      Map<K, V> map, K key, Function<? super K, ? extends @Nullable V> function) {
    if (Unchanged.isReportedBy(map)) {
      Objects.requireNonNull(function);
      V present = map.computeIfAbsent(key, k -> null);
      if (present != null) {
        return present;
      }
      Unchanged unchanged = Unchanged.since(map);
      V made = function.apply(key);
      unchanged.check(map);
      return made == null ? null : map.computeIfAbsent(key, k -> made);
    }
    if (!Callback.COMPUTE_IF_ABSENT.isDefaultIn(map)) {
      return map.computeIfAbsent(key, function);
    }
    Objects.requireNonNull(function);
    V present = map.get(key);
    if (present != null) {
      return present;
    }
    V made = function.apply(key);
    if (made != null) {
      map.put(key, made);
    }
    return made;
  }

  public static <K extends @Nullable Object, V> @Nullable V computeIfPresent(
      Map<K, V> map, K key, BiFunction<? super K, ? super V, ? extends @Nullable V> function) {
    if (Unchanged.isReportedBy(map)) {
      Objects.requireNonNull(function);
      V present = peek(map, key);
      if (present == null) {
        return map.computeIfPresent(key, function);
      }
      Unchanged unchanged = Unchanged.since(map);
      V made = function.apply(key, present);
      unchanged.check(map);
      return map.computeIfPresent(key, (k, v) -> made);
    }
    if (!Callback.COMPUTE_IF_PRESENT.isDefaultIn(map)) {
      return map.computeIfPresent(key, function);
    }
    Objects.requireNonNull(function);
    V present = map.get(key);
    if (present == null) {
      return null;
    }
    return putOrRemove(map, key, function.apply(key, present));
  }

  public static <K extends @Nullable Object, V> @Nullable V compute(
      Map<K, V> map,
      K key,
      BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    if (Unchanged.isReportedBy(map)) {
      Objects.requireNonNull(function);
      V present = peek(map, key);
      Unchanged unchanged = Unchanged.since(map);
      V made = function.apply(key, present);
      unchanged.check(map);
      return map.compute(key, (k, v) -> made);
    }
    if (!Callback.COMPUTE.isDefaultIn(map)) {
      return map.compute(key, function);
    }
    Objects.requireNonNull(function);
    V present = map.get(key);
    V made = function.apply(key, present);
    if (made == null && present == null && !map.containsKey(key)) {
      return null;
    }
    return putOrRemove(map, key, made);
  }

  public static <K extends @Nullable Object, V> @Nullable V merge(
      Map<K, V> map,
      K key,
      V value,
      BiFunction<? super V, ? super V, ? extends @Nullable V> function) {
    if (Unchanged.isReportedBy(map)) {
      Objects.requireNonNull(function);
      Objects.requireNonNull(value);
      V present = peek(map, key);
      if (present == null) {
        return map.merge(key, value, function);
      }
      Unchanged unchanged = Unchanged.since(map);
      V made = function.apply(present, value);
      unchanged.check(map);
      return map.merge(key, value, (v, w) -> made);
    }
    if (!Callback.MERGE.isDefaultIn(map)) {
      return map.merge(key, value, function);
    }
    Objects.requireNonNull(function);
    Objects.requireNonNull(value);
    V present = map.get(key);
    return putOrRemove(map, key, present == null ? value : function.apply(present, value));
  }

  private static <K extends @Nullable Object, V> @Nullable V putOrRemove(
      Map<K, V> map, K key, @Nullable V made) {
    if (made == null) {
      map.remove(key);
    } else {
      map.put(key, made);
    }
    return made;
  }

  /** What the map holds, without counting as an access where the map keeps an order of those. */
  private static <K extends @Nullable Object, V> @Nullable V peek(Map<K, V> map, K key) {
    if (map.isEmpty()) {
      return null;
    }
    if (!(map instanceof LinkedHashMap)) {
      return map.get(key);
    }
    if (!map.containsKey(key)) {
      return null;
    }
    try {
      return map.computeIfPresent(
          key,
          (k, v) -> {
            throw new Seen(v);
          });
    } catch (Seen e) {
      @SuppressWarnings("unchecked") // It is one of the map's values.
      V value = (V) e.value;
      return value;
    }
  }

  /** Leaves the JDK's method with the value it has found, before it counts as an access. */
  private static final class Seen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // It never leaves the method above.
    private final Object value;

    Seen(Object value) {
      super(null, null, false, false);
      this.value = value;
    }
  }
}

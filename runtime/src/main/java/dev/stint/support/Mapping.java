package dev.stint.support;

import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The methods of {@link Map} that call back, on the JDK's maps. A function that changes the map it
 * is called for is an error that {@link HashMap} and {@link TreeMap} report; concurrent maps
 * promise atomicity, so theirs are called as they are.
 */
@SuppressWarnings("NullAway") // Elements may be null where the program's types allow it.
public final class Mapping {
  private Mapping() {}

  private static boolean isOurs(Map<?, ?> map) {
    return map.getClass().getClassLoader() == null && !(map instanceof ConcurrentMap);
  }

  /** Whether the map reports a function that changes it. */
  private static boolean reports(Map<?, ?> map) {
    return map instanceof HashMap || map instanceof TreeMap;
  }

  private static void requireSize(Map<?, ?> map, int before) {
    if (reports(map) && map.size() != before) {
      throw new ConcurrentModificationException();
    }
  }

  public static <K extends @Nullable Object, V extends @Nullable Object> void forEach(
      Map<K, V> map, BiConsumer<? super K, ? super V> action) {
    if (!isOurs(map)) {
      map.forEach(action);
      return;
    }
    Objects.requireNonNull(action);
    int before = map.size();
    for (Map.Entry<K, V> entry : map.entrySet()) {
      action.accept(entry.getKey(), entry.getValue());
    }
    requireSize(map, before);
  }

  public static <K extends @Nullable Object, V extends @Nullable Object> void replaceAll(
      Map<K, V> map, BiFunction<? super K, ? super V, ? extends V> function) {
    if (!isOurs(map)) {
      map.replaceAll(function);
      return;
    }
    Objects.requireNonNull(function);
    for (Map.Entry<K, V> entry : map.entrySet()) {
      entry.setValue(function.apply(entry.getKey(), entry.getValue()));
    }
  }

  // The JDK's own method puts what the program's function has made, so that it lands where the JDK
  // would have put it: HashMap's methods of this kind add at the other end of a bin than put does.

  public static <K extends @Nullable Object, V> @Nullable V computeIfAbsent(
      Map<K, V> map, K key, Function<? super K, ? extends @Nullable V> function) {
    if (!isOurs(map)) {
      return map.computeIfAbsent(key, function);
    }
    Objects.requireNonNull(function);
    V present = map.get(key);
    if (present != null) {
      return present;
    }
    int before = map.size();
    V made = function.apply(key);
    requireSize(map, before);
    return made == null ? null : map.computeIfAbsent(key, k -> made);
  }

  public static <K extends @Nullable Object, V> @Nullable V computeIfPresent(
      Map<K, V> map, K key, BiFunction<? super K, ? super V, ? extends @Nullable V> function) {
    if (!isOurs(map)) {
      return map.computeIfPresent(key, function);
    }
    Objects.requireNonNull(function);
    V present = map.get(key);
    if (present == null) {
      return null;
    }
    int before = map.size();
    V made = function.apply(key, present);
    requireSize(map, before);
    return map.computeIfPresent(key, (k, v) -> made);
  }

  public static <K extends @Nullable Object, V> @Nullable V compute(
      Map<K, V> map,
      K key,
      BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    if (!isOurs(map)) {
      return map.compute(key, function);
    }
    Objects.requireNonNull(function);
    int before = map.size();
    V made = function.apply(key, map.get(key));
    requireSize(map, before);
    return map.compute(key, (k, v) -> made);
  }

  public static <K extends @Nullable Object, V> @Nullable V merge(
      Map<K, V> map,
      K key,
      V value,
      BiFunction<? super V, ? super V, ? extends @Nullable V> function) {
    if (!isOurs(map)) {
      return map.merge(key, value, function);
    }
    Objects.requireNonNull(function);
    Objects.requireNonNull(value);
    V present = map.get(key);
    int before = map.size();
    V made = present == null ? value : function.apply(present, value);
    requireSize(map, before);
    return map.merge(key, value, (v, w) -> made);
  }
}

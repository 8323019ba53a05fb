package dev.stint.support;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * The methods by which {@link Comparator} makes comparators of functions and of comparators. Made
 * here, the result can be unwound while it calls, and can travel.
 */
@SuppressWarnings({"unchecked", "NullAway"}) // Generics as in the JDK; values may be null.
public final class Comparing {
  private Comparing() {}

  public static <T, U extends Comparable<? super U>> Comparator<T> comparing(
      Function<? super T, ? extends U> key) {
    Objects.requireNonNull(key);
    return (Comparator<T> & Serializable) (a, b) -> key.apply(a).compareTo(key.apply(b));
  }

  public static <T, U> Comparator<T> comparing(
      Function<? super T, ? extends U> key, Comparator<? super U> order) {
    Objects.requireNonNull(key);
    Objects.requireNonNull(order);
    return (Comparator<T> & Serializable) (a, b) -> order.compare(key.apply(a), key.apply(b));
  }

  public static <T> Comparator<T> comparingInt(ToIntFunction<? super T> key) {
    Objects.requireNonNull(key);
    return (Comparator<T> & Serializable)
        (a, b) -> Integer.compare(key.applyAsInt(a), key.applyAsInt(b));
  }

  public static <T> Comparator<T> comparingLong(ToLongFunction<? super T> key) {
    Objects.requireNonNull(key);
    return (Comparator<T> & Serializable)
        (a, b) -> Long.compare(key.applyAsLong(a), key.applyAsLong(b));
  }

  public static <T> Comparator<T> comparingDouble(ToDoubleFunction<? super T> key) {
    Objects.requireNonNull(key);
    return (Comparator<T> & Serializable)
        (a, b) -> Double.compare(key.applyAsDouble(a), key.applyAsDouble(b));
  }

  public static <T> Comparator<T> thenComparing(Comparator<T> first, Comparator<? super T> other) {
    if (!Overrides.hasDefault(first, Comparator.class, "thenComparing", Comparator.class)) {
      return first.thenComparing(other);
    }
    Objects.requireNonNull(other);
    return (Comparator<T> & Serializable)
        (a, b) -> {
          int result = first.compare(a, b);
          return result != 0 ? result : other.compare(a, b);
        };
  }

  public static <T, U extends Comparable<? super U>> Comparator<T> thenComparing(
      Comparator<T> first, Function<? super T, ? extends U> key) {
    return thenComparing(first, comparing(key));
  }

  public static <T, U> Comparator<T> thenComparing(
      Comparator<T> first, Function<? super T, ? extends U> key, Comparator<? super U> order) {
    return thenComparing(first, comparing(key, order));
  }

  public static <T> Comparator<T> thenComparingInt(
      Comparator<T> first, ToIntFunction<? super T> key) {
    return thenComparing(first, comparingInt(key));
  }

  public static <T> Comparator<T> thenComparingLong(
      Comparator<T> first, ToLongFunction<? super T> key) {
    return thenComparing(first, comparingLong(key));
  }

  public static <T> Comparator<T> thenComparingDouble(
      Comparator<T> first, ToDoubleFunction<? super T> key) {
    return thenComparing(first, comparingDouble(key));
  }

  public static <T> Comparator<T> reversed(Comparator<T> order) {
    return Overrides.hasDefault(order, Comparator.class, "reversed")
        ? backwards(order)
        : order.reversed();
  }

  /** {@link Collections#reverseOrder(Comparator)}. */
  public static <T> Comparator<T> reverseOrder(Comparator<T> order) {
    return order == null || order.getClass().getClassLoader() == null
        ? Collections.reverseOrder(order)
        : backwards(order);
  }

  private static <T> Comparator<T> backwards(Comparator<T> order) {
    return (Comparator<T> & Serializable) (a, b) -> order.compare(b, a);
  }

  /** {@link BinaryOperator#minBy}. */
  public static <T> BinaryOperator<T> minBy(Comparator<? super T> order) {
    Objects.requireNonNull(order);
    return (BinaryOperator<T> & Serializable) (a, b) -> order.compare(a, b) <= 0 ? a : b;
  }

  /** {@link BinaryOperator#maxBy}. */
  public static <T> BinaryOperator<T> maxBy(Comparator<? super T> order) {
    Objects.requireNonNull(order);
    return (BinaryOperator<T> & Serializable) (a, b) -> order.compare(a, b) >= 0 ? a : b;
  }

  public static <K extends Comparable<? super K>, V> Comparator<Map.Entry<K, V>> comparingByKey() {
    return (Comparator<Map.Entry<K, V>> & Serializable) (a, b) -> a.getKey().compareTo(b.getKey());
  }

  public static <K, V extends Comparable<? super V>>
      Comparator<Map.Entry<K, V>> comparingByValue() {
    return (Comparator<Map.Entry<K, V>> & Serializable)
        (a, b) -> a.getValue().compareTo(b.getValue());
  }

  public static <K, V> Comparator<Map.Entry<K, V>> comparingByKey(Comparator<? super K> order) {
    Objects.requireNonNull(order);
    return (Comparator<Map.Entry<K, V>> & Serializable)
        (a, b) -> order.compare(a.getKey(), b.getKey());
  }

  public static <K, V> Comparator<Map.Entry<K, V>> comparingByValue(Comparator<? super V> order) {
    Objects.requireNonNull(order);
    return (Comparator<Map.Entry<K, V>> & Serializable)
        (a, b) -> order.compare(a.getValue(), b.getValue());
  }
}

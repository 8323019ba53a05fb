package dev.stint.support;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The methods by which the JDK's functional interfaces make functions of functions. Made here, the
 * result can be unwound while it calls, and can travel.
 */
// Generics and names as in the JDK; values may be null; calls here come by descriptor.
@SuppressWarnings({"unchecked", "NullAway", "overloads"})
public final class Composing {
  private Composing() {}

  public static <T, R, V> Function<T, V> andThen(
      Function<T, R> first, Function<? super R, ? extends V> after) {
    if (!Overrides.hasDefault(first, Function.class, "andThen", Function.class)) {
      return first.andThen(after);
    }
    Objects.requireNonNull(after);
    return (Function<T, V> & Serializable) t -> after.apply(first.apply(t));
  }

  public static <V, T, R> Function<V, R> compose(
      Function<T, R> last, Function<? super V, ? extends T> before) {
    if (!Overrides.hasDefault(last, Function.class, "compose", Function.class)) {
      return last.compose(before);
    }
    Objects.requireNonNull(before);
    return (Function<V, R> & Serializable) v -> last.apply(before.apply(v));
  }

  public static <T> Function<T, T> identity() {
    return (Function<T, T> & Serializable) t -> t;
  }

  /** {@link UnaryOperator#identity}. */
  public static <T> UnaryOperator<T> sameOperator() {
    return (UnaryOperator<T> & Serializable) t -> t;
  }

  public static <T, U, R, V> BiFunction<T, U, V> andThen(
      BiFunction<T, U, R> first, Function<? super R, ? extends V> after) {
    if (!Overrides.hasDefault(first, BiFunction.class, "andThen", Function.class)) {
      return first.andThen(after);
    }
    Objects.requireNonNull(after);
    return (BiFunction<T, U, V> & Serializable) (t, u) -> after.apply(first.apply(t, u));
  }

  public static <T> Consumer<T> andThen(Consumer<T> first, Consumer<? super T> after) {
    if (!Overrides.hasDefault(first, Consumer.class, "andThen", Consumer.class)) {
      return first.andThen(after);
    }
    Objects.requireNonNull(after);
    return (Consumer<T> & Serializable)
        t -> {
          first.accept(t);
          after.accept(t);
        };
  }

  public static <T, U> BiConsumer<T, U> andThen(
      BiConsumer<T, U> first, BiConsumer<? super T, ? super U> after) {
    if (!Overrides.hasDefault(first, BiConsumer.class, "andThen", BiConsumer.class)) {
      return first.andThen(after);
    }
    Objects.requireNonNull(after);
    return (BiConsumer<T, U> & Serializable)
        (t, u) -> {
          first.accept(t, u);
          after.accept(t, u);
        };
  }

  public static <T> Predicate<T> and(Predicate<T> first, Predicate<? super T> other) {
    if (!Overrides.hasDefault(first, Predicate.class, "and", Predicate.class)) {
      return first.and(other);
    }
    Objects.requireNonNull(other);
    return (Predicate<T> & Serializable) t -> first.test(t) && other.test(t);
  }

  public static <T> Predicate<T> or(Predicate<T> first, Predicate<? super T> other) {
    if (!Overrides.hasDefault(first, Predicate.class, "or", Predicate.class)) {
      return first.or(other);
    }
    Objects.requireNonNull(other);
    return (Predicate<T> & Serializable) t -> first.test(t) || other.test(t);
  }

  public static <T> Predicate<T> negate(Predicate<T> predicate) {
    if (!Overrides.hasDefault(predicate, Predicate.class, "negate")) {
      return predicate.negate();
    }
    return (Predicate<T> & Serializable) t -> !predicate.test(t);
  }

  public static <T> Predicate<T> not(Predicate<? super T> predicate) {
    Objects.requireNonNull(predicate);
    return (Predicate<T>) negate(predicate);
  }

  public static <T> Predicate<T> isEqual(Object target) {
    return (Predicate<T> & Serializable) t -> Objects.equals(target, t);
  }

  public static <T, U> BiPredicate<T, U> and(
      BiPredicate<T, U> first, BiPredicate<? super T, ? super U> other) {
    if (!Overrides.hasDefault(first, BiPredicate.class, "and", BiPredicate.class)) {
      return first.and(other);
    }
    Objects.requireNonNull(other);
    return (BiPredicate<T, U> & Serializable) (t, u) -> first.test(t, u) && other.test(t, u);
  }

  public static <T, U> BiPredicate<T, U> or(
      BiPredicate<T, U> first, BiPredicate<? super T, ? super U> other) {
    if (!Overrides.hasDefault(first, BiPredicate.class, "or", BiPredicate.class)) {
      return first.or(other);
    }
    Objects.requireNonNull(other);
    return (BiPredicate<T, U> & Serializable) (t, u) -> first.test(t, u) || other.test(t, u);
  }

  public static <T, U> BiPredicate<T, U> negate(BiPredicate<T, U> predicate) {
    if (!Overrides.hasDefault(predicate, BiPredicate.class, "negate")) {
      return predicate.negate();
    }
    return (BiPredicate<T, U> & Serializable) (t, u) -> !predicate.test(t, u);
  }
}

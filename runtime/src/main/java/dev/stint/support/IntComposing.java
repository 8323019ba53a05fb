package dev.stint.support;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** As {@link Composing}, for functions of ints. */
public final class IntComposing {
  private IntComposing() {}

  public static IntPredicate and(IntPredicate first, IntPredicate other) {
    if (!Overrides.hasDefault(first, IntPredicate.class, "and", IntPredicate.class)) {
      return first.and(other);
    }
    Objects.requireNonNull(other);
    return (IntPredicate & Serializable) i -> first.test(i) && other.test(i);
  }

  public static IntPredicate or(IntPredicate first, IntPredicate other) {
    if (!Overrides.hasDefault(first, IntPredicate.class, "or", IntPredicate.class)) {
      return first.or(other);
    }
    Objects.requireNonNull(other);
    return (IntPredicate & Serializable) i -> first.test(i) || other.test(i);
  }

  public static IntPredicate negate(IntPredicate predicate) {
    if (!Overrides.hasDefault(predicate, IntPredicate.class, "negate")) {
      return predicate.negate();
    }
    return (IntPredicate & Serializable) i -> !predicate.test(i);
  }

  public static IntUnaryOperator andThen(IntUnaryOperator first, IntUnaryOperator after) {
    if (!Overrides.hasDefault(first, IntUnaryOperator.class, "andThen", IntUnaryOperator.class)) {
      return first.andThen(after);
    }
    Objects.requireNonNull(after);
    return (IntUnaryOperator & Serializable) i -> after.applyAsInt(first.applyAsInt(i));
  }

  public static IntUnaryOperator compose(IntUnaryOperator last, IntUnaryOperator before) {
    if (!Overrides.hasDefault(last, IntUnaryOperator.class, "compose", IntUnaryOperator.class)) {
      return last.compose(before);
    }
    Objects.requireNonNull(before);
    return (IntUnaryOperator & Serializable) i -> last.applyAsInt(before.applyAsInt(i));
  }
}

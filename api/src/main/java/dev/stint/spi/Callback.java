package dev.stint.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A default method of a JDK interface that calls back. Where a class has it as the interface has
 * it, it can be done step by step from outside; a method of the class's own may hold a lock,
 * refuse, or know more than can be seen.
 */
public enum Callback {
  /** {@link Iterable#forEach}. */
  FOR_EACH(Iterable.class, "forEach", Consumer.class),
  /** {@link Iterator#forEachRemaining}. */
  FOR_EACH_REMAINING(Iterator.class, "forEachRemaining", Consumer.class),
  /** {@link Collection#removeIf}. */
  REMOVE_IF(Collection.class, "removeIf", Predicate.class),
  /** {@link List#replaceAll}. */
  REPLACE_ALL(List.class, "replaceAll", UnaryOperator.class),
  /** {@link List#sort}. */
  SORT(List.class, "sort", Comparator.class),
  /** {@link Map#forEach}. */
  FOR_EACH_ENTRY(Map.class, "forEach", BiConsumer.class),
  /** {@link Map#replaceAll}. */
  REPLACE_VALUES(Map.class, "replaceAll", BiFunction.class),
  /** {@link Map#computeIfAbsent}. */
  COMPUTE_IF_ABSENT(Map.class, "computeIfAbsent", Object.class, Function.class),
  /** {@link Map#computeIfPresent}. */
  COMPUTE_IF_PRESENT(Map.class, "computeIfPresent", Object.class, BiFunction.class),
  /** {@link Map#compute}. */
  COMPUTE(Map.class, "compute", Object.class, BiFunction.class),
  /** {@link Map#merge}. */
  MERGE(Map.class, "merge", Object.class, Object.class, BiFunction.class);

  private final ClassValue<Boolean> known;

  Callback(Class<?> declaring, String name, Class<?>... parameters) {
    known =
        new ClassValue<>() {
          @Override
          protected Boolean computeValue(Class<?> type) {
            try {
              return type.getMethod(name, parameters).getDeclaringClass() == declaring;
            } catch (NoSuchMethodException e) {
              return false;
            }
          }
        };
  }

  /** Whether the receiver, or what a view shows of one, has the interface's method as it is. */
  public boolean isDefaultIn(Object receiver) {
    Object real = receiver instanceof JdkView view ? view.real() : receiver;
    return known.get(real.getClass());
  }
}

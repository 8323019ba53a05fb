package dev.stint.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code forEach}, {@code removeIf} and their like on JDK collections. Other classes may have their
 * own, which are called.
 */
@SuppressWarnings("NullAway") // Elements may be null where the program's types allow it.
public final class Looping {
  private Looping() {}

  private static boolean isOfJdk(Object receiver) {
    return receiver.getClass().getClassLoader() == null;
  }

  public static <T extends @Nullable Object> void forEach(
      Iterable<T> items, Consumer<? super T> action) {
    if (!isOfJdk(items)) {
      items.forEach(action);
      return;
    }
    Objects.requireNonNull(action);
    if (items instanceof ArrayList<T> list) {
      forEachOf(list, action);
      return;
    }
    for (T item : items) {
      action.accept(item);
    }
  }

  /** An {@link ArrayList} notices after its last action too that it has been changed. */
  private static <T extends @Nullable Object> void forEachOf(
      ArrayList<T> list, Consumer<? super T> action) {
    int size = list.size();
    ListIterator<T> items = list.listIterator();
    for (int i = 0; i < size; i++) {
      action.accept(items.next());
    }
    if (size > 0) {
      items.previous();
    }
  }

  public static <T extends @Nullable Object> void forEachRemaining(
      Iterator<T> items, Consumer<? super T> action) {
    if (!isOfJdk(items)) {
      items.forEachRemaining(action);
      return;
    }
    Objects.requireNonNull(action);
    while (items.hasNext()) {
      action.accept(items.next());
    }
  }

  /** All predicates are asked before anything is removed, as {@link ArrayList} does. */
  public static <T extends @Nullable Object> boolean removeIf(
      Collection<T> items, Predicate<? super T> filter) {
    if (!isOfJdk(items)) {
      return items.removeIf(filter);
    }
    Objects.requireNonNull(filter);
    if (!(items instanceof ArrayList<T>)) {
      return removeOneByOne(items, filter);
    }
    List<Integer> doomed = new ArrayList<>();
    int index = 0;
    for (T item : items) {
      if (filter.test(item)) {
        doomed.add(index);
      }
      index++;
    }
    if (index != items.size()) {
      throw new ConcurrentModificationException();
    }
    removeAt(items.iterator(), doomed);
    return !doomed.isEmpty();
  }

  private static <T extends @Nullable Object> boolean removeOneByOne(
      Collection<T> items, Predicate<? super T> filter) {
    boolean removed = false;
    Iterator<T> each = items.iterator();
    while (each.hasNext()) {
      if (filter.test(each.next())) {
        each.remove();
        removed = true;
      }
    }
    return removed;
  }

  private static void removeAt(Iterator<?> items, List<Integer> doomed) {
    int index = 0;
    for (int next : doomed) {
      while (index <= next) {
        items.next();
        index++;
      }
      items.remove();
    }
  }

  public static <T extends @Nullable Object> void replaceAll(
      List<T> list, UnaryOperator<T> operator) {
    if (!isOfJdk(list)) {
      list.replaceAll(operator);
      return;
    }
    Objects.requireNonNull(operator);
    ListIterator<T> items = list.listIterator();
    while (items.hasNext()) {
      items.set(operator.apply(items.next()));
    }
  }
}

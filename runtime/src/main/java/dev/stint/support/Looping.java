package dev.stint.support;

import dev.stint.spi.Callback;
import dev.stint.spi.JdkView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code forEach}, {@code removeIf} and their like. Done here are the interfaces' own defaults, and
 * what {@link ArrayList} and the views of hash maps do, which are not for several threads. Every
 * other collection may keep a lock meanwhile, work on a copy or refuse: its method is called.
 */
@SuppressWarnings("NullAway") // Elements may be null where the program's types allow it.
public final class Looping {
  private Looping() {}

  public static <T extends @Nullable Object> void forEach(
      Iterable<T> items, Consumer<? super T> action) {
    if (items.getClass() == ArrayList.class) {
      forEachOf((ArrayList<T>) items, action);
    } else if (Callback.FOR_EACH.isDefaultIn(items) || Unchanged.isArray(items)) {
      Objects.requireNonNull(action);
      for (T item : items) {
        action.accept(item);
      }
    } else if (isOfHashMap(items)) {
      forEachOf(items, action);
    } else {
      items.forEach(action);
    }
  }

  /** Whether this is a view of a hash map itself, whose loops end with a check for changes. */
  private static boolean isOfHashMap(Object items) {
    if (!(items instanceof JdkView view)) {
      return false;
    }
    Class<?> type = view.owner().getClass();
    return type == HashMap.class || type == LinkedHashMap.class;
  }

  /** An {@link ArrayList} notices after its last action too that it has been changed. */
  private static <T extends @Nullable Object> void forEachOf(
      ArrayList<T> list, Consumer<? super T> action) {
    Objects.requireNonNull(action);
    int size = list.size();
    ListIterator<T> items = list.listIterator();
    for (int i = 0; i < size; i++) {
      action.accept(items.next());
    }
    if (size > 0) {
      items.previous();
    }
  }

  /** So does a view of a hash map; see {@link Mapping} for when. */
  private static <T extends @Nullable Object> void forEachOf(
      Iterable<T> view, Consumer<? super T> action) {
    Objects.requireNonNull(action);
    Iterator<T> opened = view.iterator();
    if (!opened.hasNext()) {
      return;
    }
    for (T item : view) {
      action.accept(item);
    }
    if (!opened.hasNext()) {
      throw new ConcurrentModificationException();
    }
    opened.next();
  }

  public static <T extends @Nullable Object> void forEachRemaining(
      Iterator<T> items, Consumer<? super T> action) {
    if (!Callback.FOR_EACH_REMAINING.isDefaultIn(items)) {
      items.forEachRemaining(action);
      return;
    }
    Objects.requireNonNull(action);
    while (items.hasNext()) {
      action.accept(items.next());
    }
  }

  public static <T extends @Nullable Object> boolean removeIf(
      Collection<T> items, Predicate<? super T> filter) {
    if (items.getClass() == ArrayList.class) {
      return removeIfOf((ArrayList<T>) items, filter);
    }
    if (!Callback.REMOVE_IF.isDefaultIn(items)) {
      return items.removeIf(filter);
    }
    Objects.requireNonNull(filter);
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

  /** All predicates are asked before anything is removed; then the JDK's own method removes. */
  private static <T extends @Nullable Object> boolean removeIfOf(
      ArrayList<T> list, Predicate<? super T> filter) {
    Objects.requireNonNull(filter);
    Unchanged unchanged = Unchanged.since(list);
    boolean[] doomed = new boolean[list.size()];
    for (int i = 0; i < doomed.length; i++) {
      doomed[i] = filter.test(i < list.size() ? list.get(i) : null);
    }
    unchanged.check(list);
    int[] next = {0};
    return list.removeIf(item -> doomed[next[0]++]);
  }

  public static <T extends @Nullable Object> void replaceAll(
      List<T> list, UnaryOperator<T> operator) {
    if (list.getClass() == ArrayList.class) {
      replaceAllOf((ArrayList<T>) list, operator);
      return;
    }
    if (!Callback.REPLACE_ALL.isDefaultIn(list) && !Unchanged.isArray(list)) {
      list.replaceAll(operator);
      return;
    }
    Objects.requireNonNull(operator);
    ListIterator<T> items = list.listIterator();
    while (items.hasNext()) {
      items.set(operator.apply(items.next()));
    }
  }

  /** What the operator made is put even if it has changed the list, and counts as a change. */
  private static <T extends @Nullable Object> void replaceAllOf(
      ArrayList<T> list, UnaryOperator<T> operator) {
    Objects.requireNonNull(operator);
    int size = list.size();
    ListIterator<T> items = list.listIterator();
    for (int i = 0; i < size; i++) {
      T made = operator.apply(items.next());
      if (i < list.size()) {
        list.set(i, made);
      }
    }
    if (size > 0) {
      items.previous();
    }
    list.replaceAll(item -> item);
  }
}

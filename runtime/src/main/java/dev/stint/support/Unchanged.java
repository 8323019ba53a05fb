package dev.stint.support;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a collection has been changed since a callback began: an iterator that was opened
 * before and has not moved refuses to, then. Opening one costs what starting a loop costs. Only of
 * an empty {@link TreeMap} is it not seen that it has been filled and emptied meanwhile.
 */
@SuppressWarnings("NullAway") // Elements may be null where the program's types allow it.
final class Unchanged {
  private final int size;
  private final Iterator<?> opened;

  private Unchanged(int size, Iterator<?> opened) {
    this.size = size;
    this.opened = opened;
  }

  static Unchanged since(Map<?, ?> map) {
    return new Unchanged(map.size(), map.keySet().iterator());
  }

  static <T extends @Nullable Object> Unchanged since(ArrayList<T> list) {
    return new Unchanged(list.size(), list.iterator());
  }

  /** Whether a map's methods that compute report a function that changes the map. */
  static boolean isReportedBy(Map<?, ?> map) {
    Class<?> type = map.getClass();
    return type == HashMap.class || type == LinkedHashMap.class || type == TreeMap.class;
  }

  /** Whether this is the list that {@link java.util.Arrays#asList} makes. */
  static boolean isArray(Object items) {
    return items instanceof List && items.getClass().getName().equals("java.util.Arrays$ArrayList");
  }

  void check(Map<?, ?> map) {
    check(map.size());
  }

  <T extends @Nullable Object> void check(ArrayList<T> list) {
    check(list.size());
  }

  private void check(int now) {
    if (now != size) {
      throw new ConcurrentModificationException();
    }
    try {
      opened.next();
    } catch (NoSuchElementException e) {
      // It was empty, and is.
    }
  }
}

package dev.stint.support;

import dev.stint.spi.Callback;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import org.jspecify.annotations.Nullable;

/** Sorting with a comparator of the program: a stable merge sort, as the JDK's is stable. */
@SuppressWarnings("NullAway") // Elements may be null where the program's types allow it.
public final class Sorting {
  private static final int INSERTION_UP_TO = 7;

  /** To it, all elements are the same. */
  private static final Comparator<Object> SAME = (_, _) -> 0;

  private Sorting() {}

  public static <T extends @Nullable Object> void sort(
      List<T> list, @Nullable Comparator<? super T> order) {
    if (list.getClass() == ArrayList.class) {
      sortOf((ArrayList<T>) list, order);
      return;
    }
    if (!Callback.SORT.isDefaultIn(list) && !Unchanged.isArray(list)) {
      list.sort(order);
      return;
    }
    T[] items = sorted(list, order);
    ListIterator<T> each = list.listIterator();
    for (T item : items) {
      each.next();
      each.set(item);
    }
  }

  /** Open iterators of an {@link ArrayList} are void then, as after the JDK's own method. */
  private static <T extends @Nullable Object> void sortOf(
      ArrayList<T> list, @Nullable Comparator<? super T> order) {
    Unchanged unchanged = Unchanged.since(list);
    T[] items = sorted(list, order);
    unchanged.check(list);
    for (int i = 0; i < items.length; i++) {
      list.set(i, items[i]);
    }
    list.sort(SAME);
  }

  private static <T extends @Nullable Object> T[] sorted(
      List<T> list, @Nullable Comparator<? super T> order) {
    @SuppressWarnings("unchecked") // The copy holds the list's own elements.
    T[] items = (T[]) list.toArray();
    sort(items, order);
    return items;
  }

  public static <T extends @Nullable Object> void sort(List<T> list) {
    sort(list, null);
  }

  public static void sort(@Nullable Object[] items) {
    sort(items, null);
  }

  public static <T extends @Nullable Object> void sort(
      T[] items, @Nullable Comparator<? super T> order) {
    sort(items, 0, items.length, order);
  }

  public static <T extends @Nullable Object> void sort(
      T[] items, int from, int to, @Nullable Comparator<? super T> order) {
    checkRange(items.length, from, to);
    if (order == null && isOfJdk(items, from, to)) {
      Arrays.sort(items, from, to);
      return;
    }
    @SuppressWarnings("unchecked") // Without a comparator, the elements must be comparable.
    Comparator<Object> by =
        order == null
            ? (Comparator<Object>) (Comparator<?>) Natural.ORDER
            : (Comparator<Object>) order;
    @Nullable Object[] sorted = Arrays.copyOfRange(items, from, to, Object[].class);
    mergeSort(sorted.clone(), sorted, 0, sorted.length, by);
    System.arraycopy(sorted, 0, items, from, sorted.length);
  }

  private static void checkRange(int length, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    }
    if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(from);
    }
    if (to > length) {
      throw new ArrayIndexOutOfBoundsException(to);
    }
  }

  /** Whether comparing the elements runs no code of the program. */
  private static boolean isOfJdk(@Nullable Object[] items, int from, int to) {
    for (int i = from; i < to; i++) {
      Object item = items[i];
      if (item != null && item.getClass().getClassLoader() != null) {
        return false;
      }
    }
    return true;
  }

  /** Sorts {@code to[begin..end)}, of which {@code from} holds a copy. */
  private static void mergeSort(
      @Nullable Object[] from, @Nullable Object[] to, int begin, int end, Comparator<Object> by) {
    if (end - begin < INSERTION_UP_TO) {
      insertionSort(to, begin, end, by);
      return;
    }
    int middle = (begin + end) >>> 1;
    mergeSort(to, from, begin, middle, by);
    mergeSort(to, from, middle, end, by);
    int left = begin;
    int right = middle;
    for (int i = begin; i < end; i++) {
      boolean takeLeft =
          right >= end || (left < middle && by.compare(from[left], from[right]) <= 0);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }

  private static void insertionSort(
      @Nullable Object[] items, int begin, int end, Comparator<Object> by) {
    for (int i = begin + 1; i < end; i++) {
      Object item = items[i];
      int place = i;
      while (place > begin && by.compare(items[place - 1], item) > 0) {
        items[place] = items[place - 1];
        place--;
      }
      items[place] = item;
    }
  }

  /** The order of comparable elements. */
  private static final class Natural implements Comparator<Object> {
    static final Natural ORDER = new Natural();

    @Override
    @SuppressWarnings("unchecked") // A ClassCastException is what the JDK's sort throws, too.
    public int compare(Object left, Object right) {
      return ((Comparable<Object>) left).compareTo(right);
    }
  }
}

package dev.stint.benchmarks.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorting by hand, and by the JDK with a comparator of the program. */
final class SortingKernels {
  private SortingKernels() {}

  private static int[] numbers(int count) {
    int[] all = new int[count];
    int number = 12345;
    for (int i = 0; i < count; i++) {
      number = number * 1103515245 + 12345;
      all[i] = number >>> 8;
    }
    return all;
  }

  static long quicksort(int count) {
    int[] all = numbers(count);
    quicksort(all, 0, count - 1);
    return all[count / 3];
  }

  private static void quicksort(int[] all, int low, int high) {
    int i = low;
    int j = high;
    int pivot = all[(low + high) >>> 1];
    while (i <= j) {
      while (all[i] < pivot) {
        i++;
      }
      while (all[j] > pivot) {
        j--;
      }
      if (i <= j) {
        int swapped = all[i];
        all[i++] = all[j];
        all[j--] = swapped;
      }
    }
    if (low < j) {
      quicksort(all, low, j);
    }
    if (i < high) {
      quicksort(all, i, high);
    }
  }

  static long heapsort(int count) {
    int[] all = numbers(count);
    for (int i = count / 2 - 1; i >= 0; i--) {
      sink(all, i, count);
    }
    for (int end = count - 1; end > 0; end--) {
      int swapped = all[0];
      all[0] = all[end];
      all[end] = swapped;
      sink(all, 0, end);
    }
    return all[count / 3];
  }

  private static void sink(int[] all, int from, int end) {
    int parent = from;
    while (2 * parent + 1 < end) {
      int child = 2 * parent + 1;
      if (child + 1 < end && all[child + 1] > all[child]) {
        child++;
      }
      if (all[parent] >= all[child]) {
        return;
      }
      int swapped = all[parent];
      all[parent] = all[child];
      all[child] = swapped;
      parent = child;
    }
  }

  static long mergesort(int count) {
    int[] all = numbers(count);
    mergesort(all, new int[count], 0, count);
    return all[count / 3];
  }

  private static void mergesort(int[] all, int[] spare, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    mergesort(all, spare, from, middle);
    mergesort(all, spare, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      spare[i] =
          right >= to || (left < middle && all[left] <= all[right]) ? all[left++] : all[right++];
    }
    System.arraycopy(spare, from, all, from, to - from);
  }

  private record Named(String name, int rank) {}

  static long comparator(int count) {
    List<Named> all = new ArrayList<>();
    for (int number : numbers(count)) {
      all.add(new Named("n" + number % 97, number));
    }
    all.sort(Comparator.comparing(Named::name).thenComparing((a, b) -> a.rank - b.rank));
    return all.get(count / 3).rank;
  }
}

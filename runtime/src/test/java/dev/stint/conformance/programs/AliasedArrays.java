package dev.stint.conformance.programs;

import java.util.Arrays;

/** Arrays shared between frames of sorts and searches that work in place. */
public final class AliasedArrays {
  static void quicksort(int[] a, int low, int high) {
    if (low >= high) {
      return;
    }
    int pivot = a[(low + high) >>> 1];
    int i = low;
    int j = high;
    while (i <= j) { // frozen here
      while (a[i] < pivot) { // frozen here
        i++;
      }
      while (a[j] > pivot) { // frozen here
        j--;
      }
      if (i <= j) {
        int t = a[i];
        a[i++] = a[j];
        a[j--] = t;
      }
    }
    quicksort(a, low, j);
    quicksort(a, i, high);
  }

  static long[] merge(long[] a, long[] scratch, int from, int to) {
    if (to - from < 2) {
      return a;
    }
    int middle = (from + to) / 2;
    merge(a, scratch, from, middle);
    merge(a, scratch, middle, to);
    for (int k = from, i = from, j = middle; k < to; k++) { // frozen here
      scratch[k] = j >= to || i < middle && a[i] <= a[j] ? a[i++] : a[j++];
    }
    System.arraycopy(scratch, from, a, from, to - from);
    return a;
  }

  static int queens(int n, int row, int[] columns) {
    if (row == n) {
      return 1;
    }
    int found = 0;
    next:
    for (int c = 0; c < n; c++) { // frozen here
      for (int r = 0; r < row; r++) { // frozen here
        if (columns[r] == c || Math.abs(columns[r] - c) == row - r) {
          continue next;
        }
      }
      columns[row] = c;
      found += queens(n, row + 1, columns);
    }
    return found;
  }

  public static void main(String[] args) {
    int[] numbers = new int[60];
    long[] wide = new long[40];
    for (int i = 0; i < numbers.length; i++) { // frozen here
      numbers[i] = i * 7919 % 101;
      wide[i % 40] = numbers[i] * 1_000_000_007L % 997;
    }
    quicksort(numbers, 0, numbers.length - 1);
    System.out.println(Arrays.toString(numbers));
    System.out.println(Arrays.toString(merge(wide, new long[40], 0, 40)));
    System.out.println(queens(5, 0, new int[5]));
  }
}

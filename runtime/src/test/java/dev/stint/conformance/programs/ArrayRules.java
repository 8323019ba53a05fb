package dev.stint.conformance.programs;

import java.util.Arrays;

/** Covariance and its store check, copying, cloning, bounds and sorting of arrays. */
public final class ArrayRules {
  static int failures;

  static void attempt(String what, Runnable action) {
    try {
      action.run();
      System.out.println(what + " went through");
    } catch (RuntimeException e) {
      int n = 0;
      for (int i = 0; i < 3; i++) { // frozen here
        n += ++failures;
      }
      System.out.println(what + " " + e + " " + n);
    }
  }

  static int index(int n) {
    int r = 0;
    while (r < n) { // frozen here
      r++;
    }
    return r;
  }

  public static void main(String[] args) {
    Object[] objects = new String[] {"a", "b", "c"};
    attempt("store", () -> objects[index(1)] = Integer.valueOf(index(4)));
    attempt("fine", () -> objects[index(2)] = "d" + index(2));
    attempt("bounds", () -> objects[index(3)] = null);
    attempt("negative", () -> System.out.println(new int[index(2) - 5].length));
    attempt("copy", () -> System.arraycopy(new int[3], index(1), new int[5], index(4), 2));
    attempt("types", () -> System.arraycopy(new int[3], 0, new long[3], 0, index(1)));
    int[] a = {5, 3, 9, 1};
    int[] same = a;
    int[] copy = a.clone();
    System.arraycopy(a, 0, a, 1, index(3));
    for (int i = 0; i < a.length; i++) { // frozen here
      System.out.print(a[i] + "" + same[i] + copy[i] + " ");
    }
    Arrays.sort(copy);
    System.out.println(Arrays.binarySearch(copy, index(5)) + " " + Arrays.equals(a, same));
    int[][] deep = {{1}, {2}};
    int[][] shallow = deep.clone();
    shallow[index(1)][0] = 77;
    System.out.println(deep[1][0] + " " + (deep[0] == shallow[0]) + Arrays.hashCode(copy));
    Object array = new long[] {1, 2};
    System.out.println(array instanceof long[] l ? l[index(1)] : -1);
  }
}

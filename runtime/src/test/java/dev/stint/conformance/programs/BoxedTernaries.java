package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** Ternary chains with boxes of mixed types, compound assignments on boxes, fields and elements. */
public final class BoxedTernaries {
  private Integer count = 0;
  private Long total = 1L;
  private Double mean;
  private Character mark = 'a';
  private static Short steps = 0;
  private Boolean[] flags = new Boolean[3];

  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  Object pick(int n) {
    return n < 1
        ? (Integer) turns(3)
        : n < 2 ? (Object) (n == 1 ? turns(4) : 2.5f) : n < 3 ? 'x' + turns(1) : n < 4 ? "s" : null;
  }

  static Object widened(boolean b, Integer i, Double d, Character c) {
    List<Object> all = new ArrayList<>();
    all.add(b ? i : d);
    all.add(b ? c : turns(3));
    all.add(b ? c : 7);
    all.add(b ? null : turns(2));
    all.add(b ? (byte) 1 : 'c');
    all.add(b ? i : (Object) d);
    return all;
  }

  String loop(int n) {
    Integer[] boxes = {1, 127, 128};
    Integer j = 0;
    for (Integer i = 0; i < n; i++, j += turns(i)) { // frozen here
      count += boxes[i % 3]++ + --boxes[(i + turns(2)) % 3];
      total *= count % 5 == 0 ? 1 : count;
      total -= turns(4);
      mean = mean == null ? Double.valueOf(count) : (mean + turns(3)) / 2;
      mark++;
      steps = (short) (steps + (mark > 'c' ? turns(3) : 1));
      flags[i % 3] = flags[i % 3] == null || !flags[i % 3] ^ i > turns(3);
    }
    return count + " " + total + " " + mean + mark + steps + flags[0] + flags[2] + boxes[1] + j;
  }

  public static void main(String[] args) {
    BoxedTernaries b = new BoxedTernaries();
    for (int n = 0; n < 5; n++) { // frozen here
      Object o = b.pick(n);
      System.out.print(o + (o == null ? "" : o.getClass().getSimpleName()) + " ");
    }
    System.out.println(widened(true, 1, null, 'q') + " " + widened(false, 1, 2.0, 'q'));
    System.out.println(b.loop(7));
    try {
      System.out.println(widened(false, 1, null, 'q'));
    } catch (NullPointerException e) {
      System.out.println("null unboxed");
    }
    Integer small = turns(5);
    Integer same = turns(5);
    Long large = 1000L + turns(5);
    Long other = 1000L + turns(5);
    Object o = small;
    for (int i = 0; i < 3; i++) { // frozen here
      System.out.print(
          (small == same) + " " + (large == other) + large.equals(other) + (o == same) + " ");
    }
    System.out.println(o.equals(10L) + " " + (small.longValue() == 10L) + " " + (small < large));
    int i = 5;
    i = i++ + ++i * turns(i) - i--;
    int[] a = {0, 1, 2, 3};
    int k = 0;
    a[k++] = a[k++] + turns(a[k++]) + (k += turns(2)) + a[k - 1];
    a[a[1]] += a[1] = turns(3);
    System.out.println(i + " " + k + " " + a[0] + a[1] + a[2] + a[3]);
  }
}

package dev.stint.conformance.programs;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Records with compact constructors, methods that loop, and generated equals and hash codes. */
public final class Records {
  record Range(int low, int high) implements Comparable<Range> {
    Range {
      while (low > high) { // pinned here
        high += 10;
      }
    }

    Range(int high) {
      this(0, high);
    }

    int sum() {
      int s = 0;
      for (int i = low; i < high; i++) { // frozen here
        s += i;
      }
      return s;
    }

    static Range spanning(Range... all) {
      int low = Integer.MAX_VALUE;
      int high = Integer.MIN_VALUE;
      for (Range r : all) { // frozen here
        low = Math.min(low, r.low);
        high = Math.max(high, r.high);
      }
      return new Range(low, high);
    }

    @Override
    public int compareTo(Range o) {
      return Integer.compare(sum(), o.sum());
    }
  }

  record Mixed(double d, float f, long l, String s, Range range, int... tail) {}

  public static void main(String[] args) {
    Range a = new Range(15, 2);
    Range b = new Range(6);
    System.out.println(a + " " + a.sum() + " " + b.sum() + " " + a.compareTo(b));
    System.out.println(Range.spanning(a, b, new Range(-3, 1)));
    Set<Range> set = new LinkedHashSet<>();
    for (int i = 0; i < 6; i++) { // frozen here
      set.add(new Range(i % 3));
    }
    System.out.println(set + " " + set.contains(new Range(0, 2)));
    Mixed m = new Mixed(-0.0, Float.NaN, 1L, null, b, 1, 2);
    Mixed n = new Mixed(-0.0, Float.NaN, 1L, null, new Range(6), m.tail());
    System.out.println(m.equals(n) + " " + (m.hashCode() == n.hashCode()));
    System.out.println(new Mixed(0.0, 0f, 1, "x", null).equals(m) + " " + Objects.hash(a, b));
  }
}

package dev.stint.conformance.programs;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The user's own lists, maps, iterables and iterators, whose methods loop. */
public final class UserCollections {
  static final class Fibonacci extends AbstractList<Long> {
    @Override
    public Long get(int index) {
      long a = 0;
      long b = 1;
      for (int i = 0; i < index; i++) { // frozen here
        long t = a + b;
        a = b;
        b = t;
      }
      return a;
    }

    @Override
    public int size() {
      return 12;
    }
  }

  record Range(int from, int to) implements Iterable<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        int at = from;

        @Override
        public boolean hasNext() {
          int left = 0;
          for (int i = at; i < to && left < 2; i++) { // frozen here
            left++;
          }
          return left > 0;
        }

        @Override
        public Integer next() {
          return at++;
        }
      };
    }
  }

  static final class Squares extends AbstractMap<Integer, Integer> {
    @Override
    public Set<Entry<Integer, Integer>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Entry<Integer, Integer>> iterator() {
          Iterator<Integer> keys = new Range(1, 5).iterator();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return keys.hasNext();
            }

            @Override
            public Entry<Integer, Integer> next() {
              int k = keys.next();
              return Map.entry(k, k * k);
            }
          };
        }

        @Override
        public int size() {
          return 4;
        }
      };
    }
  }

  public static void main(String[] args) {
    List<Long> fib = new Fibonacci();
    long sum = 0;
    for (int i = 0; i < fib.size(); i += 2) { // frozen here
      sum += fib.get(i);
    }
    for (long n : fib) { // frozen here
      sum += n;
    }
    System.out.println(sum + " " + fib.indexOf(21L) + fib.subList(3, 6));
    for (int i : new Range(2, 6)) { // frozen here
      for (int j : new Range(0, i)) { // frozen here
        System.out.print(i * j + " ");
      }
    }
    List<Integer> collected = new ArrayList<>();
    new Range(7, 10).forEach(collected::add);
    System.out.println(collected);
    for (Map.Entry<Integer, Integer> e : new Squares().entrySet()) { // frozen here
      System.out.print(e + " ");
    }
    System.out.println(new Squares().get(3) + " " + new Squares());
  }
}

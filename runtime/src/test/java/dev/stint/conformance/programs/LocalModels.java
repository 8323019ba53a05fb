package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Local records, enums and interfaces, compact constructors, nested generics and deconstruction.
 */
public final class LocalModels {
  record Range(int low, int high) implements Iterable<Integer> {
    static int made;

    Range {
      if (low > high) {
        throw new IllegalArgumentException("%d > %d".formatted(low, high));
      }
      made++;
    }

    Range(int only) {
      this(only, only);
    }

    @Override
    public java.util.Iterator<Integer> iterator() {
      return new java.util.Iterator<>() {
        int next = low;

        @Override
        public boolean hasNext() {
          return next <= high();
        }

        @Override
        public Integer next() {
          return next++;
        }
      };
    }
  }

  record Pair<A, B>(A first, B second) {
    <C> Pair<A, C> with(C c) {
      return new Pair<>(first, c);
    }
  }

  record Row(String name, int... cells) {
    @Override
    public boolean equals(Object o) {
      return o instanceof Row(String n, int[] c) && n.equals(name) && Arrays.equals(c, cells);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, Arrays.hashCode(cells));
    }
  }

  static String kind(Object o) {
    return switch (o) {
      case Pair(Pair(Integer a, var b), Range(int low, _)) when low > a -> "nested " + b;
      case Pair(Pair<?, ?> p, Range r) -> {
        int sum = 0;
        for (int i : r) { // frozen here
          sum += i;
        }
        yield p.first() + "+" + sum;
      }
      case Pair(String s, Object[] rest) -> s + rest.length;
      case Pair(var a, var b) when b == null -> "half " + a;
      case Pair<?, ?> p -> "pair " + p;
      case Row(var name, int[] cells) when cells.length > 2 -> name + cells[2];
      case Range(int l, int h) -> h - l + " wide";
      default -> String.valueOf(o);
    };
  }

  static Map<String, Integer> tally(Collection<? extends Object> all) {
    enum Size {
      SMALL,
      LARGE;

      static Size of(String s) {
        return s.length() < 7 ? SMALL : LARGE;
      }
    }
    record Key(Size size, char initial) {
      String label() {
        return size.name().charAt(0) + "" + initial;
      }
    }
    interface Namer {
      String name(Key key, int n);
    }
    Namer namer =
        (key, n) -> {
          String label = key.label();
          for (int i = 1; i < n; i++) { // frozen here
            label += "'";
          }
          return label;
        };
    Map<Key, Integer> counts = new HashMap<>();
    Map<String, Integer> named = new java.util.TreeMap<>();
    for (Object o : all) { // frozen here
      String k = kind(o);
      Key key = new Key(Size.of(k), k.charAt(0));
      named.put(namer.name(key, counts.merge(key, 1, Integer::sum)), k.length());
    }
    return named;
  }

  public static void main(String[] args) {
    Pair<Integer, String> p = new Pair<>(3, "three");
    List<Object> all = new ArrayList<>();
    for (int i = 1; i < 6; i += 2) { // frozen here
      all.add(new Pair<>(p, new Range(i + 1, i * 3)));
      all.add(p.with(i % 3 == 0 ? null : List.of(i)));
    }
    all.addAll(
        List.of(
            new Pair<>("s", new Integer[2]), new Row("r", 1, 2, 3), new Row("e"), new Range(4)));
    for (Object o : all) { // frozen here
      System.out.print(kind(o).replaceAll("Row\\[.*", "row") + "; ");
    }
    System.out.println(Range.made);
    all.remove(new Row("e"));
    System.out.println(
        tally(all) + " " + all.contains(new Row("r", 1, 2, 3)) + p.with(new Range(1)));
    for (int low = 0; low < 3; low++) { // frozen here
      try {
        System.out.print(new Range(low, 1).hashCode() + " ");
      } catch (IllegalArgumentException e) {
        System.out.println(e.getMessage() + " " + Range.made);
      }
    }
    int product = 1;
    for (int i : new Range(2, 5)) { // frozen here
      product *= i;
    }
    System.out.println(product);
  }
}

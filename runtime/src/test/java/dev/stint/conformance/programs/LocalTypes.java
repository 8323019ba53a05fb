package dev.stint.conformance.programs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Local classes, records, enums and interfaces; closures that share an array; chains of this. */
public final class LocalTypes {
  private int base = 100;

  class Outer {
    int base = 10;

    class Inner {
      int base = 1;

      int sum(int n) {
        int s = 0;
        for (int i = 0; i < n; i++) { // frozen here
          s += LocalTypes.this.base++ + Outer.this.base + this.base;
        }
        return s;
      }
    }
  }

  static List<IntSupplier> counters(int n) {
    int[] shared = new int[1];
    List<IntSupplier> all = new ArrayList<>();
    for (int i = 0; i < n; i++) { // frozen here
      int step = i;
      all.add(() -> {
        for (int k = 0; k < step; k++) { // frozen here
          shared[0] += step;
        }
        return shared[0];
      });
    }
    return all;
  }

  static String locals(int limit) {
    enum Colour {
      RED,
      BLUE;

      Colour next() {
        return values()[(ordinal() + 1) % values().length];
      }
    }
    interface Shape {
      int area();

      default String show() {
        return getClass().getSimpleName() + area();
      }
    }
    record Box(int w, int h) implements Shape {
      Box {
        w = Math.max(w, h);
      }

      public int area() {
        return w * h;
      }
    }
    class Growing implements Shape {
      int grown = limit;

      public int area() {
        for (int i = 0; i < limit; i++) { // frozen here
          grown += i;
        }
        return grown;
      }
    }
    Shape growing = new Growing();
    Shape[] shapes = {new Box(2, 3), growing, () -> limit * 2, growing};
    StringBuilder text = new StringBuilder();
    Colour colour = Colour.RED;
    for (Shape shape : shapes) { // frozen here
      text.append(shape.area())
          .append(shape instanceof Box ? shape.show() : "")
          .append(colour)
          .append(' ');
      colour = colour.next();
    }
    return text.toString();
  }

  static <T extends Comparable<T> & Serializable> T largest(List<? extends T> items) {
    T best = items.get(0);
    for (T item : items) { // frozen here
      best = item.compareTo(best) > 0 ? item : best;
    }
    return best;
  }

  static <A, B, C> Function<A, C> chain(
      Function<? super A, ? extends B> f, Function<? super B, ? extends C> g) {
    return a -> g.apply(f.apply(a));
  }

  public static void main(String[] args) {
    LocalTypes top = new LocalTypes();
    Outer.Inner inner = top.new Outer().new Inner();
    System.out.println(inner.sum(3) + " " + top.base);
    StringBuilder counts = new StringBuilder();
    for (IntSupplier c : counters(4)) { // frozen here
      counts.append(c.getAsInt()).append(',');
    }
    System.out.println(counts);
    System.out.println(locals(3));
    System.out.println(largest(List.of("pear", "zebra", "apple")));
    Supplier<String> late = "captured"::toUpperCase;
    BiFunction<String, Integer, Character> at = String::charAt;
    UnaryOperator<String> twice = (UnaryOperator<String> & Serializable) s -> s + s;
    Function<Integer, int[]> make = int[]::new;
    Function<String, StringBuilder> build = StringBuilder::new;
    int total = 0;
    for (int i = 0; i < 3; i++) { // frozen here
      total +=
          chain(twice, s -> at.apply(s, s.length() - 2)).apply(late.get()) + make.apply(i).length;
    }
    System.out.println(total + " " + build.apply("ab").reverse() + (twice instanceof Serializable));
    Function<Function<Integer, Integer>, Function<Integer, Integer>> once =
        f -> n -> n < 2 ? 1 : n * f.apply(n - 1);
    Function<Integer, Integer> f = n -> -1;
    for (int i = 0; i < 6; i++) { // frozen here
      f = once.apply(f);
    }
    System.out.println(f.apply(5) + " " + f.apply(7));
  }
}

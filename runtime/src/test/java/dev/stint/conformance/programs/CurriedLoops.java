package dev.stint.conformance.programs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Lambdas in lambdas in loops, that capture loop variables, this, arrays and each other. */
public final class CurriedLoops {
  interface Named {
    String name();

    static Named of(Supplier<String> s) {
      return s::get;
    }

    default Named twice() {
      return () -> name() + name();
    }
  }

  private final String prefix;
  private int made;

  CurriedLoops(String prefix) {
    this.prefix = prefix;
  }

  List<Supplier<String>> suppliers(int rows, long... columns) {
    List<Supplier<String>> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) { // frozen here
      final int r = row;
      for (long column : columns) { // frozen here
        double half = column / 2.0;
        all.add(() -> {
          StringBuilder b = new StringBuilder(prefix);
          IntFunction<Supplier<Object>> inner = i -> () -> i * r + column * half + made++;
          for (int i = 0; i < 3; i++) { // frozen here
            b.append(' ').append(inner.apply(i).get());
          }
          return b.toString();
        });
      }
    }
    return all;
  }

  static Function<Integer, Function<Integer, Function<Integer, Integer>>> curried() {
    return a ->
        b -> {
          int[] steps = {0};
          for (int i = a; i < b; i++) { // frozen here
            steps[0] += i;
          }
          return c -> {
            while (steps[0] % c != 0) { // frozen here
              steps[0]++;
            }
            return steps[0];
          };
        };
  }

  static <T> Function<T, T> repeat(Function<T, T> f, int times) {
    Function<T, T> all = Function.identity();
    for (int i = 0; i < times; i++) { // frozen here
      all = i % 2 == 0 ? all.andThen(f) : all.compose(f);
    }
    return all;
  }

  public static void main(String[] args) {
    CurriedLoops loops = new CurriedLoops("p");
    for (Supplier<String> s : loops.suppliers(2, 3, 5L)) { // frozen here
      System.out.println(s.get());
    }
    System.out.println(loops.made);
    Function<Integer, Function<Integer, Integer>> from2 = curried().apply(2);
    for (int i = 3; i < 6; i++) { // frozen here
      System.out.print(from2.apply(7).apply(i) + " ");
    }
    System.out.println(repeat((String s) -> "(" + s + ")", 4).apply("x"));
    IntUnaryOperator[] fib = new IntUnaryOperator[1];
    fib[0] =
        n -> {
          int sum = n < 2 ? n : 0;
          for (int back = 1; n >= 2 && back <= 2; back++) { // frozen here
            sum += fib[0].applyAsInt(n - back);
          }
          return sum;
        };
    System.out.println(fib[0].applyAsInt(9));
    Runnable both =
        (Runnable & Serializable)
            () -> {
              for (int i = 0; i < 2; i++) { // frozen here
                System.out.print("both" + i + " ");
              }
            };
    both.run();
    List<Named> names = new ArrayList<>();
    for (String s : "a b c".split(" ")) { // frozen here
      names.add(0, Named.of(s::toUpperCase).twice());
      names.add(Named.of(() -> s + names.size()));
    }
    Collections.rotate(names, 2);
    BinaryOperator<String> join = String::concat;
    String joined = "";
    for (Named n : names) { // frozen here
      joined = join.apply(joined, n.name());
    }
    System.out.println(joined);
  }
}

package dev.stint.conformance.programs;

import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Functions put together by hand and by the JDK's default methods. */
public final class FunctionComposition {
  static int slow(int x) {
    int r = x;
    for (int i = 0; i < 3; i++) { // frozen here
      r += i;
    }
    return r;
  }

  static <A, B, C> Function<A, C> then(Function<A, B> f, Function<B, C> g) {
    return a -> g.apply(f.apply(a));
  }

  static <A, B, C> Function<A, Function<B, C>> curry(java.util.function.BiFunction<A, B, C> f) {
    return a -> b -> f.apply(a, b);
  }

  static <T> Supplier<T> memo(Supplier<T> source) {
    Object[] cell = new Object[1];
    return () -> {
      if (cell[0] == null) {
        cell[0] = source.get();
      }
      @SuppressWarnings("unchecked")
      T value = (T) cell[0];
      return value;
    };
  }

  public static void main(String[] args) {
    Function<Integer, Integer> twice = x -> slow(x) * 2;
    Function<Integer, String> text = x -> "v" + slow(x);
    System.out.println(then(then(twice, twice), text).apply(1));
    System.out.println(twice.andThen(twice).andThen(text).compose((Integer x) -> x + 1).apply(1));
    System.out.println(curry((Integer a, Integer b) -> slow(a) * slow(b)).apply(2).apply(3));
    int[] calls = {0};
    Supplier<Integer> once = memo(() -> slow(++calls[0]));
    System.out.println(once.get() + once.get() + " " + calls[0]);
    Predicate<Integer> even = x -> slow(x) % 2 == 0;
    Predicate<Integer> rule = even.negate().or(x -> x > 5).and(Predicate.not(x -> x == 7));
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < 10; i++) { // frozen here
      b.append(rule.test(i) ? 'y' : 'n');
    }
    System.out.println(b);
    UnaryOperator<Integer> id = UnaryOperator.identity();
    BinaryOperator<Integer> max =
        BinaryOperator.maxBy(Comparator.comparing(FunctionComposition::slow));
    int best = 0;
    for (int n : List.of(4, 9, 2)) { // frozen here
      best = max.apply(best, id.apply(n));
    }
    System.out.println(best);
  }
}

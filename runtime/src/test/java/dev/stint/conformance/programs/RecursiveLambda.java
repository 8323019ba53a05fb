package dev.stint.conformance.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/** Lambdas that call themselves: through a field, an array, a fixed point and a cache. */
public final class RecursiveLambda {
  static LongUnaryOperator factorial;

  interface Self<T> {
    T apply(Self<T> self);
  }

  static <A, B> Function<A, B> fix(Function<Function<A, B>, Function<A, B>> f) {
    Self<Function<A, B>> x = s -> a -> f.apply(s.apply(s)).apply(a);
    return x.apply(x);
  }

  public static void main(String[] args) {
    factorial =
        n -> {
          long spin = 0;
          for (int i = 0; i < 2; i++) { // frozen here
            spin += i;
          }
          return n <= 1 ? spin : n * factorial.applyAsLong(n - 1);
        };
    System.out.println(factorial.applyAsLong(15));
    @SuppressWarnings("unchecked")
    Function<Integer, Integer>[] box = new Function[1];
    box[0] =
        n -> {
          int sum = 0;
          for (int i = 0; i < n; i++) { // frozen here
            sum += box[0].apply(i) + 1;
          }
          return sum;
        };
    System.out.println(box[0].apply(8));
    Function<Integer, Long> fib =
        fix(self ->
            n -> {
              long r = 0;
              for (int i = 1; i <= 2 && n > 1; i++) { // frozen here
                r += self.apply(n - i);
              }
              return n < 2 ? n : r;
            });
    System.out.println(fib.apply(9));
    Map<Integer, Long> cache = new HashMap<>();
    Function<Integer, Long> paths =
        new Function<>() {
          @Override
          public Long apply(Integer n) {
            Long known = cache.get(n);
            if (known != null) {
              return known;
            }
            long r = n == 0 ? 1 : 0;
            for (int step = 1; step <= 3 && step <= n; step++) { // frozen here
              r += this.apply(n - step);
            }
            cache.put(n, r);
            return r;
          }
        };
    System.out.println(paths.apply(30) + " " + cache.size());
  }
}

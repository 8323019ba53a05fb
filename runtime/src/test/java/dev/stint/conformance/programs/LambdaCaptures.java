package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lambdas that capture locals of every kind, loop inside, and are called from loops. */
public final class LambdaCaptures {
  private int field = 3;

  LongSupplier instance(long wide, double d, String s, int[] array) {
    byte small = 9;
    return () -> {
      long sum = wide;
      for (int i = 0; i < array.length; i++) { // frozen here
        sum += array[i] + field++ + s.length() + (long) d + small;
      }
      return sum;
    };
  }

  static int count(int n, IntPredicate p) {
    int c = 0;
    for (int i = 0; i < n; i++) { // frozen here
      c += p.test(i) ? 1 : 0;
    }
    return c;
  }

  public static void main(String[] args) {
    LambdaCaptures self = new LambdaCaptures();
    int[] shared = {1, 2, 3};
    LongSupplier sum = self.instance(1L << 35, 2.9, "four", shared);
    System.out.println(sum.getAsLong());
    shared[1] = 50;
    System.out.println(sum.getAsLong() + " " + self.field);
    System.out.println(
        count(
            30,
            n -> {
              for (int d = 2; d * d <= n; d++) { // frozen here
                if (n % d == 0) {
                  return false;
                }
              }
              return n > 1;
            }));
    List<Supplier<String>> later = new ArrayList<>();
    for (int i = 0; i < 3; i++) { // frozen here
      int captured = i;
      later.add(() -> "captured " + captured + later.size());
    }
    for (Supplier<String> s : later) { // frozen here
      System.out.println(s.get());
    }
    IntBinaryOperator power =
        (a, b) -> {
          int r = 1;
          while (b-- > 0) { // frozen here
            r *= a;
          }
          return r;
        };
    BiFunction<Integer, Integer, Supplier<Integer>> nested = (a, b) -> () -> power.applyAsInt(a, b);
    System.out.println(nested.apply(3, 4).get() + " " + nested.apply(2, 10).get());
  }
}

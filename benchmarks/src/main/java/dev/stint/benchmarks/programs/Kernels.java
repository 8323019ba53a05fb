package dev.stint.benchmarks.programs;

import dev.stint.Tasklet;
import java.util.List;

/** Programs of many kinds that never wait, by name. */
public final class Kernels {
  /** All there are. */
  public static final List<String> NAMES =
      List.of(
          "matrix",
          "sieve",
          "mandelbrot",
          "bodies",
          "collatz",
          "transform",
          "fib",
          "quicksort",
          "heapsort",
          "mergesort",
          "comparator",
          "fnv",
          "crc",
          "mixing",
          "words",
          "numbers",
          "expressions",
          "distance",
          "json",
          "trees",
          "lists",
          "queens",
          "life",
          "paths",
          "visitor");

  private static volatile boolean over;

  private Kernels() {}

  /** Runs a kernel so many times; returns something made of all its results. */
  public static long repeat(String name, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum = sum * 31 + once(name);
    }
    return sum;
  }

  /** The same, unwound at the end of its first slice and then never again. */
  static long repeatFrozenOnce(String name, int count) {
    Tasklet<Integer> other = Tasklet.spawn(() -> 0);
    try {
      return repeat(name, count);
    } finally {
      other.join();
    }
  }

  /** The same while another tasklet is ready all the time, so that each slice's end unwinds it. */
  static long repeatInSlices(String name, int count) {
    over = false;
    Tasklet<Integer> other =
        Tasklet.spawn(() -> {
          while (!over) {
            Tasklet.yield();
          }
          return 0;
        });
    try {
      return repeat(name, count);
    } finally {
      over = true;
      other.join();
    }
  }

  /** Each runs for some slices, so that most of it comes after its first unwinding. */
  private static long once(String name) {
    return switch (name) {
      case "matrix" -> NumericKernels.matrix(200, 60);
      case "sieve" -> NumericKernels.sieve(2_000_000, 15);
      case "mandelbrot" -> NumericKernels.mandelbrot(650);
      case "bodies" -> NumericKernels.bodies(1_200_000);
      case "collatz" -> NumericKernels.collatz(450_000);
      case "transform" -> NumericKernels.transform(1 << 15, 40);
      case "fib" -> NumericKernels.fib(37);
      case "quicksort" -> SortingKernels.quicksort(700_000);
      case "heapsort" -> SortingKernels.heapsort(500_000);
      case "mergesort" -> SortingKernels.mergesort(600_000);
      case "comparator" -> SortingKernels.comparator(90_000);
      case "fnv" -> HashingKernels.fnv(50_000_000);
      case "crc" -> HashingKernels.crc(25_000_000);
      case "mixing" -> HashingKernels.mixing(60_000_000);
      case "words" -> TextKernels.words(700_000);
      case "numbers" -> TextKernels.numbers(4_000_000);
      case "expressions" -> TextKernels.expressions(200_000);
      case "distance" -> TextKernels.distance(5_500);
      case "json" -> TextKernels.json(50_000);
      case "trees" -> ObjectKernels.trees(21);
      case "lists" -> ObjectKernels.lists(5_000_000);
      case "queens" -> ObjectKernels.queens(13);
      case "life" -> ObjectKernels.life(160, 1_500);
      case "paths" -> ObjectKernels.paths(90_000);
      case "visitor" -> ObjectKernels.visitor(23);
      default -> throw new IllegalArgumentException("no program " + name);
    };
  }
}

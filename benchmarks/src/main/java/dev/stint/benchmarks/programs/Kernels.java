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

  private static long once(String name) {
    return switch (name) {
      case "matrix" -> NumericKernels.matrix(200);
      case "sieve" -> NumericKernels.sieve(2_000_000);
      case "mandelbrot" -> NumericKernels.mandelbrot(160);
      case "bodies" -> NumericKernels.bodies(60_000);
      case "collatz" -> NumericKernels.collatz(60_000);
      case "transform" -> NumericKernels.transform(1 << 15);
      case "fib" -> NumericKernels.fib(31);
      case "quicksort" -> SortingKernels.quicksort(120_000);
      case "heapsort" -> SortingKernels.heapsort(100_000);
      case "mergesort" -> SortingKernels.mergesort(120_000);
      case "comparator" -> SortingKernels.comparator(30_000);
      case "fnv" -> HashingKernels.fnv(10_000_000);
      case "crc" -> HashingKernels.crc(5_000_000);
      case "mixing" -> HashingKernels.mixing(10_000_000);
      case "words" -> TextKernels.words(50_000);
      case "numbers" -> TextKernels.numbers(150_000);
      case "expressions" -> TextKernels.expressions(10_000);
      case "distance" -> TextKernels.distance(2_000);
      case "json" -> TextKernels.json(3_000);
      case "trees" -> ObjectKernels.trees(17);
      case "lists" -> ObjectKernels.lists(500_000);
      case "queens" -> ObjectKernels.queens(9);
      case "life" -> ObjectKernels.life(160, 60);
      case "paths" -> ObjectKernels.paths(15_000);
      case "visitor" -> ObjectKernels.visitor(17);
      default -> throw new IllegalArgumentException("no program " + name);
    };
  }
}

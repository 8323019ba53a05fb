package dev.stint.benchmarks;

/** What {@link dev.stint.benchmarks.programs.Pausing} does, on the continuations of the JDK. */
final class JdkPausing {
  static long turns;

  private JdkPausing() {}

  /** Pauses {@code depth} activations down. */
  static int at(int depth) {
    if (depth > 1) {
      return at(depth - 1) + 1;
    }
    while (true) {
      JdkContinuation.pause();
      turns++;
    }
  }

  /** The {@code kind}-th of eight methods that have different frames. */
  static void ofKind(int kind) {
    switch (kind) {
      case 0 -> counting();
      case 1 -> summing(kind);
      case 2 -> shifting(3L);
      case 3 -> halving(1.0);
      case 4 -> naming("x");
      case 5 -> filling(new int[4]);
      case 6 -> adding(1, 2L);
      default -> scaling(1f, "y");
    }
  }

  private static void counting() {
    while (true) {
      JdkContinuation.pause();
      turns++;
    }
  }

  private static void summing(int start) {
    int sum = start;
    while (true) {
      JdkContinuation.pause();
      sum++;
      turns = sum;
    }
  }

  private static void shifting(long start) {
    long bits = start;
    while (true) {
      JdkContinuation.pause();
      bits = bits << 1 | 1;
      turns = bits;
    }
  }

  private static void halving(double start) {
    double value = start;
    while (true) {
      JdkContinuation.pause();
      value *= 0.5;
      turns = (long) value;
    }
  }

  private static void naming(String name) {
    while (true) {
      JdkContinuation.pause();
      turns += name.length();
    }
  }

  private static void filling(int[] cells) {
    int next = 0;
    while (true) {
      JdkContinuation.pause();
      cells[next & 3] = next;
      next++;
    }
  }

  private static void adding(int step, long start) {
    long sum = start;
    while (true) {
      JdkContinuation.pause();
      sum += step;
      turns = sum;
    }
  }

  private static void scaling(float factor, String name) {
    float value = 1;
    while (true) {
      JdkContinuation.pause();
      value = value * factor + name.length();
      turns = (long) value;
    }
  }
}

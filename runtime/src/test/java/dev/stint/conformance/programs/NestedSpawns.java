package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Tasklet;

/** Tasklets spawn tasklets: a tree of sums, each parent waiting for both of its children. */
public final class NestedSpawns {
  static long sum(int low, int high) {
    if (high - low <= 8) {
      long s = 0;
      for (int i = low; i < high; i++) { // frozen here
        s += (long) i * i;
      }
      return s;
    }
    int middle = (low + high) / 2;
    Tasklet<Long> left = Tasklet.spawn(() -> sum(low, middle));
    Tasklet<Long> right = Tasklet.spawn(() -> sum(middle, high));
    return left.join() + right.join();
  }

  public static void main(String[] args) {
    long plain = 0;
    for (int i = 0; i < 50; i++) { // frozen here
      plain += (long) i * i;
    }
    System.out.println(sum(0, 50) + " " + plain);
  }
}

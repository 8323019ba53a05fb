package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;

/** Tasklets are spawned in a loop, loop themselves, and are joined in order. */
public final class SpawnAndJoin {
  static long count(int from, int to) {
    long n = 0;
    for (int i = from; i < to; i++) { // frozen here
      n += prime(i) ? 1 : 0;
    }
    return n;
  }

  static boolean prime(int x) {
    for (int d = 2; d * d <= x; d++) { // frozen here
      if (x % d == 0) {
        return false;
      }
    }
    return x > 1;
  }

  public static void main(String[] args) {
    List<Tasklet<Long>> parts = new ArrayList<>();
    for (int i = 0; i < 6; i++) { // frozen here
      int from = i * 20;
      parts.add(Tasklet.spawn(() -> count(from, from + 20)));
    }
    long total = 0;
    for (Tasklet<Long> part : parts) { // frozen here
      long n = part.join();
      System.out.println(n + " " + part.status().isTerminal());
      total += n;
    }
    System.out.println(total + " " + count(0, 120) + " " + parts.get(2).join());
  }
}

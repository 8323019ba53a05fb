package dev.stint.examples;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program that knows nothing of Stint: it follows the Collatz sequences of the numbers below a
 * limit, with collections that live through its loops and a line of output now and then.
 */
public final class Count {
  private static final int DEFAULT_LIMIT = 300_000;
  private static final int LINES = 10;
  private static final int RECENT = 5;

  private Count() {}

  /** How many steps a number takes to one; remembers the small ones. */
  static int steps(long number, Map<Long, Integer> known, int rememberBelow) {
    List<Long> path = new ArrayList<>();
    long n = number;
    while (n != 1 && !known.containsKey(n)) {
      path.add(n);
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    }
    int steps = n == 1 ? 0 : known.getOrDefault(n, 0);
    for (int i = path.size() - 1; i >= 0; i--) {
      steps++;
      if (path.get(i) < rememberBelow) {
        known.put(path.get(i), steps);
      }
    }
    return steps;
  }

  /** Prints the numbers that set a record on the way, then how long the sequences are. */
  public static void main(String[] args) {
    int limit = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_LIMIT;
    Map<Long, Integer> known = new HashMap<>();
    Map<Integer, Integer> lengths = new TreeMap<>();
    Deque<Integer> records = new ArrayDeque<>();
    int most = -1;
    long total = 0;
    for (int n = 1; n < limit; n++) {
      int steps = steps(n, known, 1000);
      total += steps;
      lengths.merge(steps / 50, 1, Integer::sum);
      if (steps > most) {
        most = steps;
        records.addLast(n);
        if (records.size() > RECENT) {
          records.removeFirst();
        }
      }
      if (n % Math.max(1, limit / LINES) == 0) {
        System.out.println(n + ": " + total + " steps so far, latest records " + records);
      }
    }
    for (Map.Entry<Integer, Integer> e : lengths.entrySet()) {
      System.out.println(e.getKey() * 50 + " to " + (e.getKey() * 50 + 49) + ": " + e.getValue());
    }
    System.out.println("longest " + most + ", steps in all " + total);
  }
}

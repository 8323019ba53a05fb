package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Static final collections that are filled at run time: registries, logs and caches. */
public final class StaticCollections {
  private static final List<String> LOG = new ArrayList<>();
  private static final Map<Integer, Long> CACHE = new HashMap<>();
  private static final Map<String, TreeSet<String>> INDEX =
      new HashMap<>(Map.of("seed", new TreeSet<>()));
  private static final StringBuilder TRACE = new StringBuilder("trace:");

  static long ways(int n) {
    Long known = CACHE.get(n);
    if (known != null) {
      return known;
    }
    long sum = n <= 0 ? 1 : 0;
    for (int i = 1; i <= Math.min(n, 3); i++) { // frozen here
      sum += ways(n - i);
    }
    CACHE.put(n, sum);
    TRACE.append(n).append(',');
    return sum;
  }

  public static void main(String[] args) {
    List<String> alias = LOG;
    for (int i = 0; i < 10; i++) { // frozen here
      LOG.add("line" + i);
      INDEX.computeIfAbsent("m" + i % 3, k -> new TreeSet<>()).add("v" + i);
    }
    System.out.println(ways(20) + " " + CACHE.size() + " " + TRACE);
    int same = 0;
    for (String s : alias) { // frozen here
      same += LOG.contains(s) ? 1 : 0;
    }
    alias.clear();
    System.out.println(same + " " + LOG.size() + (alias == LOG));
    INDEX.get("seed").add("late");
    for (String k : new TreeSet<>(INDEX.keySet())) { // frozen here
      System.out.print(k + INDEX.get(k) + " ");
    }
    System.out.println();
  }
}

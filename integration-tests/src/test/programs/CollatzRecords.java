import java.io.File;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints each number below a limit whose Collatz path is longer than all before; knows nothing of
 * Stint. If a file is named too, it looks for them again and again until there is one.
 */
public class CollatzRecords {
  public static void main(String[] args) {
    int limit = Integer.parseInt(args[0]);
    Map<Integer, Integer> records = find(limit, true);
    while (args.length > 1 && !new File(args[1]).exists()) {
      if (!find(limit, false).equals(records)) {
        throw new IllegalStateException("other records than the first time");
      }
    }
    int sum = 0;
    for (Map.Entry<Integer, Integer> record : records.entrySet()) {
      sum += record.getKey() ^ record.getValue();
    }
    System.out.println(records.size() + " records, check " + sum);
  }

  static Map<Integer, Integer> find(int limit, boolean shown) {
    Map<Integer, Integer> records = new TreeMap<>();
    int longest = 0;
    for (int start = 1; start < limit; start++) {
      int steps = 0;
      for (long n = start; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
        steps++;
      }
      if (steps > longest) {
        longest = steps;
        records.put(start, steps);
        if (shown) {
          System.out.println(start + " takes " + steps + " steps");
        }
      }
    }
    return records;
  }
}

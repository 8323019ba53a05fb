package dev.stint.conformance.programs;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Recursion with memo maps keyed by records, lists, boxes and identities. */
public final class MemoTables {
  record Pair(int i, int j) {}

  private final Map<Pair, Integer> distances = new HashMap<>();
  private final Map<Long, BigInteger> partitions = new TreeMap<>();
  private final Map<List<Integer>, Long> ways = new HashMap<>();
  private int misses;

  int distance(String a, String b, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    Pair key = new Pair(i, j);
    Integer known = distances.get(key);
    if (known == null) {
      misses++;
      known = distance(a, b, i - 1, j - 1) + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      int[][] moves = {{1, 0}, {0, 1}};
      for (int[] move : moves) { // frozen here
        known = Math.min(known, distance(a, b, i - move[0], j - move[1]) + 1);
      }
      distances.put(key, known);
    }
    return known;
  }

  BigInteger partitions(long n) {
    if (n < 0) {
      return BigInteger.ZERO;
    }
    if (n == 0) {
      return BigInteger.ONE;
    }
    BigInteger sum = partitions.get(n);
    if (sum != null) {
      return sum;
    }
    sum = BigInteger.ZERO;
    long k = 1;
    for (long left = n - 1; left >= 0; left = n - k * (3 * k - 1) / 2) { // frozen here
      BigInteger both = partitions(left).add(partitions(left - k));
      sum = k++ % 2 == 1 ? sum.add(both) : sum.subtract(both);
    }
    partitions.put(n, sum);
    return sum;
  }

  long change(int amount, Integer... coins) {
    if (amount <= 0 || coins.length == 0) {
      return amount == 0 ? 1 : 0;
    }
    List<Integer> key = Arrays.asList(Arrays.copyOf(coins, coins.length + 1));
    key.set(coins.length, amount);
    if (ways.containsKey(key)) {
      return ways.get(key);
    }
    Integer[] rest = Arrays.copyOfRange(coins, 1, coins.length);
    long sum = 0;
    for (int left = amount; left >= 0; left -= coins[0]) { // frozen here
      sum += change(left, rest);
    }
    ways.put(key, sum);
    return sum;
  }

  static int ackermann(int m, int n, Map<Integer, Map<Integer, Integer>> memo) {
    Map<Integer, Integer> row = memo.computeIfAbsent(m, k -> new HashMap<>());
    Integer known = row.get(n);
    if (known != null) {
      return known;
    }
    int r = m == 0 ? n + 1 : ackermann(m - 1, n == 0 ? 1 : ackermann(m, n - 1, memo), memo);
    int back = r;
    while (back-- > r - 2) { // frozen here
      row.put(n, r);
    }
    return r;
  }

  static int depth(Object[] tree, IdentityHashMap<Object[], Integer> seen) {
    Integer known = seen.putIfAbsent(tree, 0);
    if (known != null) {
      return known;
    }
    int deepest = 0;
    for (Object child : tree) { // frozen here
      if (child instanceof Object[] subtree) {
        deepest = Math.max(deepest, depth(subtree, seen));
      }
    }
    seen.put(tree, deepest + 1);
    return deepest + 1;
  }

  public static void main(String[] args) {
    MemoTables m = new MemoTables();
    System.out.println(m.distance("kitten", "sitting", 6, 7) + " " + m.misses);
    System.out.println(m.partitions(60) + " " + m.partitions.size());
    System.out.println(m.change(100, 50, 20, 10, 5, 2) + " " + m.ways.size());
    Map<Integer, Map<Integer, Integer>> memo = new TreeMap<>();
    System.out.println(ackermann(2, 4, memo) + " " + memo);
    Object[] shared = {1, new Object[] {}, "x"};
    Object[] tree = {shared, new Object[] {shared, null}, shared};
    tree[1] = new Object[] {tree[1], tree};
    IdentityHashMap<Object[], Integer> seen = new IdentityHashMap<>();
    System.out.println(depth(tree, seen) + " " + seen.size() + " " + seen.get(shared));
  }
}

package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Entries of maps taken out into lists and heaps, JDK predicates and atomics, all across turns. */
public final class TopWords {
  static List<Map.Entry<String, Integer>> top(Map<String, Integer> counts, int n) {
    PriorityQueue<Map.Entry<String, Integer>> best =
        new PriorityQueue<>(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
    for (Map.Entry<String, Integer> e : counts.entrySet()) { // frozen here
      best.offer(e);
      if (best.size() > n) {
        best.remove();
      }
    }
    List<Map.Entry<String, Integer>> list = new ArrayList<>();
    while (!best.isEmpty()) { // frozen here
      list.addFirst(best.poll());
    }
    return list;
  }

  public static void main(String[] args) {
    String[] words = "to be or not to be that is the question is it to the or of the".split(" ");
    for (Map<String, Integer> counts :
        List.of(
            new HashMap<String, Integer>(),
            new LinkedHashMap<String, Integer>(),
            new TreeMap<String, Integer>(),
            new ConcurrentHashMap<String, Integer>())) { // frozen here
      for (String word : words) { // frozen here
        counts.merge(word, 1, Integer::sum);
      }
      List<Map.Entry<String, Integer>> all = new ArrayList<>(counts.entrySet());
      all.sort(Map.Entry.comparingByKey());
      int step = 0;
      for (Map.Entry<String, Integer> e : all) { // frozen here
        if (!(counts instanceof ConcurrentHashMap) && step++ % 3 == 0) {
          e.setValue(e.getValue() + 10);
        }
      }
      System.out.println(
          top(counts, 3) + " " + all.equals(new ArrayList<>(new TreeMap<>(counts).entrySet())));
    }
    Predicate<String> wanted =
        Predicate.not(String::isEmpty)
            .and(w -> w.length() > 2)
            .or(Predicate.isEqual("to"))
            .negate();
    UnaryOperator<String> same = UnaryOperator.identity();
    BinaryOperator<String> longest = BinaryOperator.maxBy(Comparator.comparing(String::length));
    AtomicInteger hits = new AtomicInteger();
    AtomicReference<String> last = new AtomicReference<>("");
    LongAdder adder = new LongAdder();
    LongAccumulator max = new LongAccumulator(Long::max, 0);
    CopyOnWriteArrayList<String> kept = new CopyOnWriteArrayList<>();
    for (String word : words) { // frozen here
      if (wanted.test(word)) {
        hits.incrementAndGet();
        kept.addIfAbsent(same.apply(word));
      }
      last.updateAndGet(l -> longest.apply(l, word));
      adder.add(word.length());
      max.accumulate(word.hashCode() & 0xff);
    }
    for (String k : kept) { // frozen here
      kept.remove(k);
      hits.addAndGet(k.length());
    }
    System.out.println(hits + " " + last + " " + adder + " " + max + " " + kept);
    Comparator<String> order =
        Comparator.nullsLast(
            String.CASE_INSENSITIVE_ORDER.reversed().thenComparing(Comparator.naturalOrder()));
    TreeMap<String, Integer> sorted = new TreeMap<>(order);
    for (String s : new String[] {"b", null, "A", "a", "B"}) { // frozen here
      sorted.put(s, sorted.size());
    }
    System.out.println(sorted + " " + sorted.ceilingKey("AA"));
  }
}

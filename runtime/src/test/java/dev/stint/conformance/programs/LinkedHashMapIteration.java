package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Insertion order, access order, eviction and the sequenced views of a LinkedHashMap. */
public final class LinkedHashMapIteration {
  static final class Cache<K, V> extends LinkedHashMap<K, V> {
    final int limit;
    int evicted;

    Cache(int limit) {
      super(8, 0.75f, true);
      this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      boolean full = size() > limit;
      evicted += full ? 1 : 0;
      return full;
    }
  }

  public static void main(String[] args) {
    Map<String, Integer> order = new LinkedHashMap<>();
    for (String s : "q w e r t y q e".split(" ")) { // frozen here
      order.merge(s, 1, Integer::sum);
    }
    for (Map.Entry<String, Integer> e : order.entrySet()) { // frozen here
      e.setValue(e.getValue() * 10);
      System.out.print(e + " ");
    }
    System.out.println(order);
    Cache<Integer, String> cache = new Cache<>(4);
    for (int i = 0; i < 12; i++) { // frozen here
      cache.put(i, "v" + i);
      if (i % 3 == 0) {
        cache.get(i - 2);
      }
    }
    System.out.println(cache + " " + cache.evicted);
    List<Integer> backwards = new ArrayList<>();
    for (int k : cache.sequencedKeySet().reversed()) { // frozen here
      backwards.add(k);
    }
    System.out.println(backwards + " " + cache.firstEntry() + cache.lastEntry());
    LinkedHashMap<String, Integer> copy = new LinkedHashMap<>(order);
    copy.putFirst("first", 0);
    copy.pollLastEntry();
    int position = 0;
    for (String key : copy.reversed().keySet()) { // frozen here
      System.out.print(key + position++ + " ");
    }
    System.out.println();
  }
}

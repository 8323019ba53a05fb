package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Subclasses of JDK collections with fields of their own, among them a least-recently-used cache.
 */
public final class AccessOrderCache {
  static final class Lru<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int capacity;
    private final transient List<K> evicted = new ArrayList<>();

    Lru(int capacity) {
      super(4, 0.5f, true);
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      if (size() > capacity) {
        evicted.add(eldest.getKey());
        return true;
      }
      return false;
    }
  }

  static final class Counted extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1;
    int puts;

    @Override
    public Integer put(String key, Integer value) {
      puts++;
      int sum = 0;
      for (int i = 0; i <= value; i++) { // frozen here
        sum += i;
      }
      return super.put(key, sum);
    }
  }

  static final class Path extends ArrayList<Integer> implements Comparable<Path> {
    private static final long serialVersionUID = 1;
    final String name;

    Path(String name) {
      this.name = name;
    }

    @Override
    public boolean add(Integer step) {
      return (isEmpty() || get(size() - 1) < step) && super.add(step);
    }

    @Override
    public int compareTo(Path o) {
      return Integer.compare(size(), o.size());
    }
  }

  public static void main(String[] args) {
    Lru<String, Integer> cache = new Lru<>(3);
    int misses = 0;
    for (String word : "a b c a d a e b a c d a".split(" ")) { // frozen here
      Integer hit = cache.get(word);
      if (hit == null) {
        misses++;
        hit = 0;
      }
      cache.put(word, hit + 1);
    }
    System.out.println(cache + " " + cache.evicted + " " + misses);
    Counted counted = new Counted();
    for (int i = 0; i < 5; i++) { // frozen here
      counted.put("k" + i % 3, i);
    }
    System.out.println(counted + " " + counted.puts + " " + counted.getClass().getSimpleName());
    List<Path> paths = new ArrayList<>();
    for (int seed = 1; seed < 6; seed++) { // frozen here
      Path path = new Path("p" + seed);
      for (int x = seed, n = 0; n < 8; n++) { // frozen here
        path.add(x = x * 5 % 17);
      }
      paths.add(path);
    }
    paths.sort(null);
    for (Path p : paths) { // frozen here
      System.out.print(p.name + p + " ");
    }
    System.out.println(cache.capacity);
    Map<Integer, Integer> anonymous =
        new LinkedHashMap<>() {
          {
            for (int i = 3; i > 0; i--) {
              put(i, i * i);
            }
          }

          @Override
          public Integer get(Object key) {
            return containsKey(key) ? super.get(key) : -1;
          }
        };
    int sum = 0;
    for (int i = 0; i < 5; i++) { // frozen here
      sum = sum * 10 + anonymous.get(i);
    }
    System.out.println(sum + " " + anonymous);
  }
}

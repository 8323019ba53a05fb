package dev.stint.conformance.programs;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Tables keyed by identity find their keys again, and keep equal strangers apart. */
public final class IdentityMaps {
  record Key(String name) {}

  public static void main(String[] args) {
    Map<Key, Integer> map = new IdentityHashMap<>();
    Key[] keys = new Key[8];
    for (int i = 0; i < keys.length; i++) { // frozen here
      keys[i] = new Key("same");
      map.put(keys[i], i);
    }
    int sum = 0;
    for (int i = 0; i < keys.length; i++) { // frozen here
      sum = sum * 10 + map.get(keys[i]);
    }
    System.out.println(sum + " " + map.size() + " " + map.get(new Key("same")));
    int total = 0;
    for (Map.Entry<Key, Integer> e : map.entrySet()) { // frozen here
      total += e.getValue() * (keys[e.getValue()] == e.getKey() ? 1 : 1000);
    }
    System.out.println(total);
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Object[] ring = {null, "x"};
    ring[0] = ring;
    int depth = 0;
    for (Object[] at = ring; seen.add(at); at = (Object[]) at[0]) { // frozen here
      depth++;
    }
    System.out.println(depth + " " + seen.contains(ring) + map.containsValue(5));
    map.keySet().remove(keys[3]);
    System.out.println(map.containsKey(keys[3]) + " " + map.size());
  }
}

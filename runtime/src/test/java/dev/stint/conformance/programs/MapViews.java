package dev.stint.conformance.programs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Key, value and entry views kept in locals: removals and setValue reach the map. */
public final class MapViews {
  static void shrink(String title, Map<String, Integer> map) {
    for (int i = 0; i < 12; i++) { // frozen here
      map.put("k" + i, i);
    }
    Set<String> keys = map.keySet();
    Collection<Integer> values = map.values();
    Set<Map.Entry<String, Integer>> entries = map.entrySet();
    int steps = 0;
    while (keys.size() > 4) { // frozen here
      Iterator<Integer> it = values.iterator();
      it.next();
      it.remove();
      keys.remove("k" + (11 - steps));
      steps++;
    }
    for (Map.Entry<String, Integer> e : entries) { // frozen here
      int old = e.setValue(e.getValue() * 100);
      steps += old;
    }
    System.out.println(title + " " + steps + map + values.contains(500) + keys.contains("k5"));
    values.removeIf(v -> v > 500);
    Map.Entry<String, Integer> first = entries.iterator().next();
    for (int i = 0; i < 3; i++) { // frozen here
      map.merge(first.getKey(), 1, Integer::sum);
    }
    System.out.println(
        first + " " + map.size() + entries.equals(map.entrySet()) + first.getValue());
    entries.clear();
    System.out.println(map.isEmpty() + " " + keys.isEmpty() + values);
  }

  public static void main(String[] args) {
    shrink("hash", new HashMap<>());
    shrink("linked", new LinkedHashMap<>());
    shrink("tree", new TreeMap<>());
  }
}

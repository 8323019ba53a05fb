package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys that change within linked hash tables: found, not found, twice there, and removed. */
public final class ChangedEntries {
  static List<Integer> key(int n) {
    return new ArrayList<>(List.of(n));
  }

  static final class Newest extends LinkedHashMap<List<Integer>, String> {
    private static final long serialVersionUID = 1;

    Newest() {
      super(4, 0.5f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<List<Integer>, String> eldest) {
      return size() > 6;
    }
  }

  static String newest() {
    Newest map = new Newest();
    List<List<Integer>> keys = new ArrayList<>();
    for (int i = 0; i < 9; i++) { // frozen here
      keys.add(key(i));
      map.put(keys.get(i), "v" + i);
      keys.get(i / 2).add(i);
    }
    StringBuilder found = new StringBuilder();
    for (List<Integer> each : keys) { // frozen here
      found.append(map.get(each)).append(' ');
    }
    return found + "" + map;
  }

  public static void main(String[] args) {
    System.out.println(newest());
    Set<List<Integer>> set = new LinkedHashSet<>();
    List<Integer> first = key(1);
    List<Integer> second = key(2);
    set.add(first);
    set.add(second);
    second.set(0, 1);
    for (int i = 0; i < 4; i++) { // frozen here
      System.out.print(set.remove(key(i)) + " " + set.contains(second) + " ");
    }
    System.out.println(set);
    Map<List<Integer>, Integer> map = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) { // frozen here
      map.put(key(i % 5), i);
      map.keySet().iterator().next().add(i);
    }
    int removed = 0;
    for (Iterator<Map.Entry<List<Integer>, Integer>> it = map.entrySet().iterator();
        it.hasNext(); ) { // frozen here
      Map.Entry<List<Integer>, Integer> each = it.next();
      each.setValue(each.getValue() * 2);
      if (each.getKey().size() == 1) {
        it.remove();
        removed++;
      }
    }
    System.out.println(removed + " " + map.size() + map);
  }
}

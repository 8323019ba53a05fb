package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Concurrent maps whose keys change while they are in them. */
public final class ChangedConcurrent {
  record Clash(int[] n) {
    @Override
    public int hashCode() {
      return n[0] % 3;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Clash clash && clash.n[0] == n[0];
    }

    @Override
    public String toString() {
      return "c" + n[0];
    }
  }

  static String trees() {
    Map<Clash, Integer> map = new ConcurrentHashMap<>(100);
    List<Clash> keys = new ArrayList<>();
    for (int i = 0; i < 40; i++) { // frozen here
      Clash key = new Clash(new int[] {i});
      keys.add(key);
      map.put(key, i);
    }
    for (int i = 0; i < 40; i += 6) { // frozen here
      keys.get(i).n[0] += 50;
    }
    StringBuilder found = new StringBuilder();
    for (Clash key : keys) { // frozen here
      found.append(map.get(key)).append(' ');
      if (key.n[0] % 4 == 1) {
        map.remove(key);
      }
    }
    return found + " " + map;
  }

  public static void main(String[] args) {
    Map<List<Integer>, Integer> map = new ConcurrentHashMap<>();
    List<List<Integer>> keys = new ArrayList<>();
    for (int i = 0; i < 8; i++) { // frozen here
      List<Integer> key = new ArrayList<>(List.of(i));
      keys.add(key);
      map.put(key, i);
    }
    keys.get(3).set(0, 4);
    keys.get(5).add(1);
    StringBuilder found = new StringBuilder();
    for (List<Integer> key : keys) { // frozen here
      found.append(map.get(key)).append(' ');
    }
    for (int value : map.values()) { // frozen here
      found.append(value);
    }
    System.out.println(found + " " + map.size() + map.containsKey(List.of(3)));
    System.out.println(trees());
  }
}

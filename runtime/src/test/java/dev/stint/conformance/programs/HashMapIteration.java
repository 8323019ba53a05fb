package dev.stint.conformance.programs;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** For-each over a HashMap's entries, keys and values, before and after growth. */
public final class HashMapIteration {
  static String walk(Map<?, ?> map) {
    StringBuilder b = new StringBuilder();
    for (Map.Entry<?, ?> e : map.entrySet()) { // frozen here
      b.append(e.getKey()).append('=').append(e.getValue()).append(' ');
    }
    for (Object k : map.keySet()) { // frozen here
      b.append(k).append(',');
    }
    for (Object v : map.values()) { // frozen here
      b.append(v).append(';');
    }
    return b.toString();
  }

  public static void main(String[] args) {
    Map<String, Integer> map = new HashMap<>();
    for (int i = 0; i < 14; i++) { // frozen here
      map.put("key" + i * 37, i);
      if (i % 5 == 3) {
        System.out.println(walk(map));
      }
    }
    map.put(null, -1);
    map.put("nothing", null);
    System.out.println(walk(map));
    Map<Integer, String> wide = new HashMap<>(4096);
    Map<Integer, String> narrow = new HashMap<>(2, 8f);
    for (int i : new int[] {5000, 17, 33, 1, 4097, 0, -5}) { // frozen here
      wide.put(i, "w" + i);
      narrow.put(i, "n" + i);
    }
    System.out.println(walk(wide));
    System.out.println(walk(narrow));
    for (int i = 0; i < 30; i++) { // frozen here
      narrow.remove(i);
      narrow.putIfAbsent(i * 16, "late");
    }
    System.out.println(narrow);
    Iterator<Map.Entry<Integer, String>> rest = narrow.entrySet().iterator();
    rest.next();
    Map.Entry<Integer, String> held = rest.next();
    held.setValue("changed");
    int left = 0;
    while (rest.hasNext()) { // frozen here
      left += rest.next().getKey();
    }
    System.out.println(left + " " + held + " " + narrow.get(held.getKey()));
  }
}

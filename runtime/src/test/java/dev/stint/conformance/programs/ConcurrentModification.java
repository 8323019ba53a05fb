package dev.stint.conformance.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changing a collection under its iterator throws where it should, and only there. */
public final class ConcurrentModification {
  static String collection(Collection<Integer> c, int changeAt) {
    for (int i = 0; i < 6; i++) { // frozen here
      c.add(i);
    }
    int seen = 0;
    try {
      for (int n : c) { // frozen here
        seen++;
        if (n == changeAt) {
          c.add(100);
        }
      }
      return "saw " + seen;
    } catch (ConcurrentModificationException e) {
      return "modified after " + seen;
    }
  }

  static String map(Map<String, Integer> map, boolean structural) {
    map.putAll(Map.of("a", 1, "b", 2, "c", 3));
    int seen = 0;
    try {
      for (String k : map.keySet()) { // frozen here
        seen++;
        map.put(structural ? k + k : k, 9);
      }
      return "saw " + seen + map.values();
    } catch (ConcurrentModificationException e) {
      return "modified after " + seen;
    }
  }

  public static void main(String[] args) {
    for (int at : new int[] {0, 4, 5, 50}) { // frozen here
      System.out.println(
          collection(new ArrayList<>(), at)
              + ", "
              + collection(new LinkedList<>(), at)
              + ", "
              + collection(new HashSet<>(), at)
              + ", "
              + collection(new ArrayDeque<>(), at));
    }
    System.out.println(map(new HashMap<>(), false) + ", " + map(new HashMap<>(), true));
    System.out.println(map(new TreeMap<>(), false) + ", " + map(new TreeMap<>(), true));
    List<String> list = new ArrayList<>(List.of("x", "y", "z"));
    for (String s : list) { // frozen here
      if (s.equals("y")) {
        list.remove(s);
      }
    }
    System.out.println(list);
    Iterator<String> old = list.iterator();
    list.add("w");
    for (String s : list) { // frozen here
      System.out.print(s);
    }
    System.out.println(old.hasNext());
    try {
      old.next();
    } catch (ConcurrentModificationException e) {
      System.out.println("old iterator " + e.getMessage());
    }
  }
}

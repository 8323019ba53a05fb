package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Entries, views and iterators that were taken before a loop still write to what they came from.
 */
public final class WriteThroughViews {
  static int turns(int n) {
    int sum = 0;
    while (n-- > 0) { // frozen here
      sum += n;
    }
    return sum;
  }

  static <M extends Map<String, Integer>> M filled(M map) {
    for (String key : "one two three four".split(" ")) { // frozen here
      map.put(key, key.length());
    }
    return map;
  }

  static void entries(Map<String, Integer> map) {
    Map.Entry<String, Integer> held = null;
    for (Map.Entry<String, Integer> e : map.entrySet()) { // frozen here
      if (e.getKey().equals("three")) {
        held = e;
      }
    }
    turns(4);
    held.setValue(turns(5));
    System.out.println(map.get("three") + " " + new TreeMap<>(map));
    map.put("three", 33);
    System.out.println(held.getValue() + " " + held);
  }

  static void views(Map<String, Integer> map) {
    var keys = map.keySet();
    var values = map.values();
    turns(3);
    keys.remove("one");
    values.removeIf(v -> v == 4);
    turns(3);
    map.put("six", 3);
    System.out.println(keys.size() + " " + values.size() + " " + new TreeMap<>(map));
    Iterator<String> at = keys.iterator();
    while (at.hasNext()) { // frozen here
      if (at.next().startsWith("t")) {
        turns(2);
        at.remove();
      }
    }
    System.out.println(map);
  }

  static void lists() {
    String[] array = {"d", "b", "a", "c"};
    List<String> overArray = Arrays.asList(array);
    List<String> copy = new ArrayList<>(overArray);
    List<String> middle = copy.subList(1, 3);
    turns(3);
    Collections.sort(overArray);
    middle.set(0, "B");
    middle.add("new");
    turns(3);
    System.out.println(Arrays.toString(array) + copy + middle);
    middle.clear();
    System.out.println(copy + " " + middle.isEmpty());
    LinkedList<Integer> linked = new LinkedList<>(List.of(1, 2, 3, 4));
    ListIterator<Integer> cursor = linked.listIterator(2);
    while (cursor.hasPrevious()) { // frozen here
      int v = cursor.previous();
      turns(2);
      cursor.set(v * 10);
      if (v == 1) {
        cursor.add(5);
        break;
      }
    }
    System.out.println(linked + " " + cursor.nextIndex());
  }

  public static void main(String[] args) {
    entries(filled(new HashMap<>()));
    entries(filled(new TreeMap<>()));
    views(filled(new TreeMap<>()));
    views(filled(new HashMap<>()));
    TreeMap<String, Integer> tree = filled(new TreeMap<>());
    var tail = tree.tailMap("p", true);
    var down = tree.descendingMap();
    turns(3);
    tail.put("zero", 0);
    tree.remove("two");
    turns(3);
    System.out.println(tail + " " + down + " " + down.firstKey());
    lists();
  }
}

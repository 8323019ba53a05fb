package dev.stint.conformance.programs;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Intervals in tree maps: neighbours, views of views that write through, descending iterators. */
public final class FloorNavigation {
  private final NavigableMap<Integer, Integer> free = new TreeMap<>(Map.of(0, 100));

  int allocate(int size) {
    for (Map.Entry<Integer, Integer> block : free.entrySet()) { // frozen here
      int from = block.getKey();
      int length = block.getValue();
      if (length >= size) {
        free.remove(from);
        if (length > size) {
          free.put(from + size, length - size);
        }
        return from;
      }
    }
    return -1;
  }

  void release(int from, int size) {
    Map.Entry<Integer, Integer> lower = free.lowerEntry(from);
    if (lower != null && lower.getKey() + lower.getValue() == from) {
      from = lower.getKey();
      size += lower.getValue();
    }
    for (Integer next;
        (next = free.higherKey(from)) != null && next == from + size; ) { // frozen here
      size += free.remove(next);
    }
    free.put(from, size);
  }

  static String walk(NavigableSet<String> set) {
    StringBuilder b = new StringBuilder();
    Iterator<String> up = set.iterator();
    Iterator<String> down = set.descendingIterator();
    while (up.hasNext() && down.hasNext()) { // frozen here
      String u = up.next();
      String d = down.next();
      b.append(u).append(u.compareTo(d) < 0 ? '<' : '>').append(d).append(' ');
    }
    for (String s = set.pollLast(); s != null; s = set.lower(s)) { // frozen here
      b.append(s).append(set.ceiling(s)).append(' ');
    }
    return b.toString();
  }

  public static void main(String[] args) {
    FloorNavigation heap = new FloorNavigation();
    int[] blocks = new int[8];
    for (int i = 0; i < blocks.length; i++) { // frozen here
      blocks[i] = heap.allocate(5 + i * 3);
    }
    for (int i = 1; i < blocks.length; i += 2) { // frozen here
      if (blocks[i] >= 0) {
        heap.release(blocks[i], 5 + i * 3);
      }
    }
    System.out.println(heap.free);
    heap.release(blocks[4], 17);
    heap.release(blocks[2], 11);
    System.out.println(heap.free + " " + heap.allocate(9) + " " + heap.free.floorKey(60));
    NavigableMap<String, Integer> scores =
        new TreeMap<>(
            Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
    for (String s : "pear fig kiwi plum banana date apple lime".split(" ")) { // frozen here
      scores.put(s, s.length() * 3 % 7);
    }
    SortedMap<String, Integer> view = scores.descendingMap().subMap("apple", true, "lime", true);
    for (Iterator<Map.Entry<String, Integer>> it = view.entrySet().iterator();
        it.hasNext(); ) { // frozen here
      Map.Entry<String, Integer> e = it.next();
      if (e.getKey().contains("i")) {
        it.remove();
      } else {
        e.setValue(e.getValue() + 100);
      }
    }
    view.put("cherr", 1);
    try {
      view.put("no", 0);
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
    }
    System.out.println(scores + " " + view + " " + view.firstKey());
    NavigableSet<String> keys = new TreeSet<>(scores.navigableKeySet().headSet("date", true));
    System.out.println(keys + " " + walk(keys));
    NavigableSet<String> reversed = new TreeSet<>(Collections.reverseOrder());
    Collections.addAll(reversed, "q", "a", "z", "m");
    System.out.println(walk(reversed.headSet("b", false)) + reversed);
    StringBuilder polled = new StringBuilder();
    for (Map.Entry<String, Integer> e; (e = scores.pollFirstEntry()) != null; ) { // frozen here
      polled.append(e).append(' ');
      try {
        e.setValue(0);
      } catch (UnsupportedOperationException unmodifiable) {
        polled.append("! ");
      }
    }
    System.out.println(polled + "" + view.isEmpty());
  }
}

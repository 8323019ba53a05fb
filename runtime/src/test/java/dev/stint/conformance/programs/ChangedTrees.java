package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sorted collections and tree bins whose keys change: what is found depends on the tree's shape.
 */
public final class ChangedTrees {
  static final class Item implements Comparable<Item> {
    int rank;

    Item(int rank) {
      this.rank = rank;
    }

    @Override
    public int compareTo(Item other) {
      return Integer.compare(rank, other.rank);
    }

    @Override
    public int hashCode() {
      return rank % 2;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Item item && item.rank == rank;
    }

    @Override
    public String toString() {
      return "" + rank;
    }
  }

  static String sorted() {
    TreeMap<Item, Integer> map = new TreeMap<>();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) { // frozen here
      Item item = new Item(i * 17 % 41);
      items.add(item);
      map.put(item, i);
    }
    for (int i = 0; i < 40; i += 3) { // frozen here
      items.get(i).rank = i * 5 % 43;
    }
    int found = 0;
    for (Item item : items) { // frozen here
      Integer value = map.get(item);
      found = found * 7 + (value == null ? 1 : value);
      if (value != null && value % 4 == 0) {
        map.remove(item);
      }
    }
    return found + " " + map;
  }

  static String reversed() {
    TreeSet<Item> set = new TreeSet<>(Comparator.<Item>naturalOrder().reversed());
    for (int i = 0; i < 25; i++) { // frozen here
      set.add(new Item(i));
      set.first().rank += i % 3 == 0 ? 5 : 0;
    }
    int found = 0;
    for (int i = 0; i < 40; i++) { // frozen here
      Item floor = set.floor(new Item(i));
      found = found * 3 + (set.remove(new Item(i)) ? 1 : 0) + (floor == null ? 0 : floor.rank);
    }
    return found + " " + set;
  }

  static String bins() {
    Map<Item, String> map = new HashMap<>(128);
    Set<Item> set = new HashSet<>(128);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 30; i++) { // frozen here
      Item item = new Item(i * 11 % 64);
      items.add(item);
      map.put(item, "v" + i);
      set.add(item);
    }
    for (int i = 0; i < 30; i += 4) { // frozen here
      items.get(i).rank++;
    }
    StringBuilder text = new StringBuilder();
    for (Item item : items) { // frozen here
      text.append(map.get(item)).append(set.contains(item) ? "+" : "-");
      if (item.rank % 5 == 0) {
        set.remove(item);
      }
    }
    return text + " " + map + set;
  }

  public static void main(String[] args) {
    System.out.println(sorted());
    System.out.println(reversed());
    System.out.println(bins());
  }
}

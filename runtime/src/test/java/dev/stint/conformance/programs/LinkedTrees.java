package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Linked tables with tree bins that grow, shrink to chains, split at a resize and are reordered.
 */
public final class LinkedTrees {
  record Clash(int n) {
    @Override
    public int hashCode() {
      return n % 4 << 16;
    }
  }

  static String byAccess() {
    Map<Clash, Integer> map = new LinkedHashMap<>(64, 0.75f, true);
    for (int i = 0; i < 60; i++) { // frozen here
      map.put(new Clash(i * 7 % 61), i);
      map.get(new Clash(i / 2));
    }
    for (int i = 0; i < 61; i++) { // frozen here
      if (i % 5 != 0) {
        map.remove(new Clash(i));
      }
    }
    return map.toString();
  }

  static String splitting() {
    Set<Integer> set = new HashSet<>(64);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 45; i++) { // frozen here
      set.add(i * 64 + i % 2);
    }
    for (Iterator<Integer> it = set.iterator(); it.hasNext(); ) { // frozen here
      int each = it.next();
      order.add(each / 64);
      if (each % 3 == 0) {
        it.remove();
      }
    }
    for (int i = 0; i < 100; i++) { // frozen here
      set.add(i * 128 + 5);
    }
    return order + " " + set;
  }

  public static void main(String[] args) {
    System.out.println(byAccess());
    System.out.println(splitting());
  }
}

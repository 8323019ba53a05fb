package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The wrappers and algorithms of Collections, held over loops; views stay views. */
public final class CollectionsWrappers {
  public static void main(String[] args) {
    List<Integer> base = new ArrayList<>(List.of(5, 1, 4));
    List<Integer> readOnly = Collections.unmodifiableList(base);
    List<Integer> locked = Collections.synchronizedList(base);
    List<Integer> checked = Collections.checkedList(base, Integer.class);
    for (int i = 0; i < 4; i++) { // frozen here
      locked.add(i * 10);
      checked.set(0, readOnly.size());
    }
    int sum = 0;
    for (int n : readOnly) { // frozen here
      sum = sum * 2 + n;
    }
    System.out.println(sum + " " + base + checked.equals(locked));
    try {
      readOnly.add(3);
    } catch (UnsupportedOperationException e) {
      System.out.println("read only " + e.getMessage());
    }
    Map<String, Integer> map = new TreeMap<>(Map.of("b", 2, "a", 1));
    Map<String, Integer> frozenMap = Collections.unmodifiableMap(map);
    for (Map.Entry<String, Integer> e : frozenMap.entrySet()) { // frozen here
      try {
        e.setValue(5);
      } catch (UnsupportedOperationException x) {
        System.out.println("entry " + e.getKey());
      }
    }
    for (String s : Collections.nCopies(3, "n")) { // frozen here
      for (String t : Collections.singleton("s")) { // frozen here
        map.merge(s + t, 1, Integer::sum);
      }
    }
    System.out.println(frozenMap);
    for (Object o : Collections.singletonMap("k", "v").entrySet()) { // frozen here
      System.out.println(o);
    }
    Collection<Integer> newest = Collections.newSetFromMap(new LinkedHashMap<>());
    Comparator<Integer> backwards = Collections.reverseOrder();
    for (int n : base) { // frozen here
      newest.add(n % 10);
    }
    base.sort(backwards);
    System.out.println(
        base + " " + newest + Collections.max(base, backwards) + Collections.frequency(base, 0));
    Collections.swap(base, 0, 2);
    Collections.rotate(base, 2);
    Collections.shuffle(base, new java.util.Random(7));
    System.out.println(base + " " + (Collections.emptyList() == Collections.EMPTY_LIST));
    Map<Integer, List<Integer>> empty = new HashMap<>();
    for (int n : Arrays.asList(1, 2)) { // frozen here
      empty.put(n, Collections.emptyList());
    }
    System.out.println(
        (empty.get(1) == Collections.<Integer>emptyList())
            + " "
            + (Collections.<Integer>reverseOrder() == backwards));
  }
}

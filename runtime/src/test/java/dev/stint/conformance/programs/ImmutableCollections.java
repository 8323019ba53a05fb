package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** List.of, Set.of and Map.of in mid-iteration; their order is the machine's, but it holds. */
public final class ImmutableCollections {
  static String refusal(Runnable change) {
    try {
      change.run();
      return "changed";
    } catch (UnsupportedOperationException | NullPointerException e) {
      return e.getClass().getSimpleName();
    }
  }

  public static void main(String[] args) {
    int sum = 0;
    for (int n : List.of(1, 2, 3, 4, 5)) { // frozen here
      for (int m : List.of(n)) { // frozen here
        sum += n * m;
      }
    }
    System.out.println(sum);
    Set<String> set = Set.of("a", "b", "c", "d", "e", "f");
    List<String> before = new ArrayList<>(set);
    List<String> during = new ArrayList<>();
    for (String s : set) { // frozen here
      during.add(s);
    }
    System.out.println(before.equals(during) + " " + before.equals(new ArrayList<>(set)));
    Map<String, Integer> map = Map.of("x", 1, "y", 2, "z", 3);
    List<Map.Entry<String, Integer>> entries = new ArrayList<>();
    for (Map.Entry<String, Integer> e : map.entrySet()) { // frozen here
      entries.add(e);
    }
    System.out.println(
        entries.equals(List.copyOf(map.entrySet()))
            + " "
            + map.equals(Map.ofEntries(Map.entry("x", 1), Map.entry("y", 2), Map.entry("z", 3))));
    List<Integer> copy = List.copyOf(List.of(9, 8, 7));
    Iterator<Integer> it = copy.iterator();
    int first = it.next();
    int turns = 0;
    while (it.hasNext()) { // frozen here
      turns += it.next();
    }
    System.out.println(first + turns + refusal(it::remove) + refusal(() -> copy.add(1)));
    System.out.println(refusal(() -> copy.contains(null)) + refusal(() -> set.remove("a")));
    System.out.println((List.of() == List.of()) + " " + (List.copyOf(copy) == copy));
    System.out.println(
        copy.subList(1, 3)
            + " "
            + copy.reversed()
            + copy.getClass().equals(List.of(1, 2, 3).getClass()));
  }
}

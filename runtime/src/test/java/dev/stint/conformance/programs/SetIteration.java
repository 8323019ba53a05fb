package dev.stint.conformance.programs;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** HashSet, LinkedHashSet and TreeSet iterated, nested and reduced. */
public final class SetIteration {
  public static void main(String[] args) {
    Set<String> hash = new HashSet<>();
    Set<String> linked = new LinkedHashSet<>();
    TreeSet<String> tree = new TreeSet<>();
    for (int i = 0; i < 15; i++) { // frozen here
      String s = Integer.toString(i * 7919 % 101, 36);
      hash.add(s);
      linked.add(s);
      tree.add(s);
    }
    StringBuilder b = new StringBuilder();
    for (String s : hash) { // frozen here
      b.append(s).append(' ');
    }
    System.out.println(b);
    b.setLength(0);
    for (String s : linked) { // frozen here
      for (String t : tree.headSet(s)) { // frozen here
        b.append(t.charAt(0));
      }
      b.append('|');
    }
    System.out.println(b);
    Iterator<String> it = hash.iterator();
    while (it.hasNext()) { // frozen here
      String s = it.next();
      if (Character.isDigit(s.charAt(0))) {
        it.remove();
        linked.remove(s);
      }
    }
    System.out.println(hash + " " + linked + " " + tree.containsAll(linked));
    Set<Set<Integer>> subsets = new HashSet<>();
    subsets.add(new HashSet<>());
    for (int n = 1; n <= 4; n++) { // frozen here
      Set<Set<Integer>> more = new HashSet<>(subsets);
      for (Set<Integer> s : subsets) { // frozen here
        Set<Integer> with = new TreeSet<>(s);
        with.add(n);
        more.add(with);
      }
      subsets = more;
    }
    System.out.println(subsets.size() + " " + subsets.contains(Set.of(1, 4)) + " " + subsets);
    System.out.println(tree.descendingSet() + " " + tree.ceiling("m") + tree.first());
  }
}

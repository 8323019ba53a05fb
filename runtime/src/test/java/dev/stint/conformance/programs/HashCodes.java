package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Inherited hash codes and default toString hold, so hash collections find their elements. */
public final class HashCodes {
  static final class Plain {
    int value;

    Plain(int value) {
      this.value = value;
    }
  }

  public static void main(String[] args) {
    Plain p = new Plain(1);
    Object bare = new Object();
    int hash = p.hashCode();
    int identity = System.identityHashCode(p);
    int bareHash = bare.hashCode();
    String text = p.toString();
    String bareText = bare.toString();
    Set<Plain> set = new HashSet<>();
    Map<Object, Integer> map = new HashMap<>();
    List<Plain> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) { // frozen here
      Plain made = new Plain(i);
      all.add(made);
      set.add(made);
      map.put(new Object[] {made}, i);
      map.put(made, -i);
    }
    System.out.println(
        (hash == p.hashCode()) + " " + (hash == identity) + text.equals(p.toString()));
    System.out.println((bareHash == bare.hashCode()) + " " + bareText.equals("" + bare));
    int found = 0;
    for (Plain made : all) { // frozen here
      found += set.contains(made) && map.get(made) == -made.value ? 1 : 0;
    }
    List<Plain> order = new ArrayList<>(set);
    List<Plain> later = new ArrayList<>();
    for (Plain made : set) { // frozen here
      later.add(made);
    }
    System.out.println(found + " " + order.equals(later) + " " + map.size());
    int[] array = {1};
    int arrayHash = array.hashCode();
    while (array[0] < 5) { // frozen here
      array[0]++;
    }
    System.out.println(arrayHash == array.hashCode());
  }
}

package dev.stint.conformance.programs;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** TreeMap entry sets, descending and sub-map views, removal on the way, own comparators. */
public final class TreeMapIteration {
  static final class ByLastLetter implements Comparator<String> {
    @Override
    public int compare(String a, String b) {
      int c = 0;
      for (int i = 0; c == 0 && i < Math.min(a.length(), b.length()); i++) { // pinned here
        c = Character.compare(a.charAt(a.length() - 1 - i), b.charAt(b.length() - 1 - i));
      }
      return c != 0 ? c : Integer.compare(a.length(), b.length());
    }
  }

  public static void main(String[] args) {
    TreeMap<Integer, String> map = new TreeMap<>();
    for (int i = 0; i < 20; i++) { // frozen here
      map.put(i * 7 % 20, "v" + i);
    }
    int sum = 0;
    for (Map.Entry<Integer, String> e : map.entrySet()) { // frozen here
      sum = sum * 3 + e.getKey() + e.getValue().length();
    }
    System.out.println(sum);
    NavigableMap<Integer, String> middle = map.subMap(5, true, 12, false);
    for (Iterator<Integer> it = middle.keySet().iterator(); it.hasNext(); ) { // frozen here
      if (it.next() % 2 == 0) {
        it.remove();
      }
    }
    System.out.println(middle + " " + map.size());
    for (Map.Entry<Integer, String> e : map.descendingMap().entrySet()) { // frozen here
      e.setValue(e.getValue() + "d");
    }
    for (int k : middle.descendingKeySet()) { // frozen here
      System.out.print(k + map.get(k) + " " + map.higherKey(k) + map.floorEntry(k - 1) + ";");
    }
    System.out.println();
    TreeSet<String> words = new TreeSet<>(new ByLastLetter());
    for (String w : "abc xbc zz dza ea bc".split(" ")) { // frozen here
      words.add(w);
    }
    for (String w : words.tailSet("ea", false)) { // frozen here
      System.out.print(w + " ");
    }
    System.out.println(words.comparator().getClass().getSimpleName() + words.pollFirst());
    TreeMap<String, Integer> reversed = new TreeMap<>(Comparator.reverseOrder());
    for (String w : words) { // frozen here
      reversed.put(w, w.length());
    }
    System.out.println(reversed + " " + reversed.headMap("dza"));
  }
}

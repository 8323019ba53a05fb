package dev.stint.conformance.programs;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys that collide by hash, in switches and in maps that keep them in lists. */
public final class CollidingKeys {
  static final class Lazy {
    final int id;
    int asked;

    Lazy(int id) {
      this.id = id;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Lazy l && l.id == id;
    }

    @Override
    public int hashCode() {
      asked++;
      return id % 3 * 16;
    }

    @Override
    public String toString() {
      return "k" + id;
    }
  }

  static int meaning(String s) {
    return switch (s) {
      case "Aa" -> 1;
      case "BB" -> 2;
      case "AaAa", "BBBB" -> 3;
      case "AaBB" -> {
        int sum = 0;
        for (char c : s.toCharArray()) { // frozen here
          sum += c;
        }
        yield sum;
      }
      case "" -> 0;
      default -> -s.hashCode();
    };
  }

  public static void main(String[] args) {
    String built = "";
    for (String part : new String[] {"", "Aa", "BB", "BB"}) { // frozen here
      built += part;
      System.out.print(meaning(part) + " " + meaning(built) + " " + meaning(part + part) + "; ");
    }
    System.out.println();
    Map<Lazy, Integer> full = new HashMap<>();
    for (int i = 0; i < 200; i++) { // frozen here
      full.put(new Lazy(i * 7 % 19), i);
    }
    StringBuilder order = new StringBuilder();
    for (Iterator<Map.Entry<Lazy, Integer>> it = full.entrySet().iterator();
        it.hasNext(); ) { // frozen here
      Map.Entry<Lazy, Integer> e = it.next();
      order.append(e.getKey()).append(e.getValue() % 10);
      if (e.getValue() % 5 != 0) {
        it.remove();
      }
    }
    System.out.println(order.length() + " " + order);
    System.out.println(full);
    Map<String, Integer> strings = new LinkedHashMap<>();
    for (int i = 0; i < 8; i++) { // frozen here
      StringBuilder key = new StringBuilder();
      for (int bit = 0; bit < 3; bit++) { // frozen here
        key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      strings.merge(key.toString(), i, Integer::sum);
    }
    int hits = 0;
    for (String key : strings.keySet()) { // frozen here
      hits +=
          strings.get(key.replace("Aa", "BB")) + (key.hashCode() == "AaAaAa".hashCode() ? 1 : 0);
    }
    System.out.println(hits + " " + strings.size());
  }
}

package dev.stint.conformance.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** A graph whose nodes have no equals: found again in hash tables by identity, whatever happens. */
public final class IdentityKeys {
  static class Vertex {
    final String name;
    final Map<Vertex, Integer> edges = new HashMap<>();

    Vertex(String name) {
      this.name = name;
    }

    void to(Vertex other, int weight) {
      edges.put(other, weight);
      other.edges.putIfAbsent(this, weight + 1);
    }
  }

  enum Mode {
    SHORT,
    LONG
  }

  record Key(Vertex vertex, Mode mode) {}

  static List<Vertex> ring(int n) {
    List<Vertex> all = new ArrayList<>();
    for (int i = 0; i < n; i++) { // frozen here
      all.add(new Vertex("v" + i));
    }
    for (int i = 0; i < n; i++) { // frozen here
      all.get(i).to(all.get((i + 1) % n), 1 + i * 7 % 5);
      all.get(i).to(all.get((i + 3) % n), 2 + i * 3 % 4);
    }
    return all;
  }

  static Map<Vertex, Integer> distances(Vertex from) {
    Map<Vertex, Integer> best = new HashMap<>(Map.of(from, 0));
    Set<Vertex> done = new HashSet<>();
    PriorityQueue<Vertex> open =
        new PriorityQueue<>(Comparator.<Vertex>comparingInt(best::get).thenComparing(v -> v.name));
    open.add(from);
    while (!open.isEmpty()) { // frozen here
      Vertex v = open.poll();
      if (!done.add(v)) {
        continue;
      }
      for (Map.Entry<Vertex, Integer> e : v.edges.entrySet()) {
        int through = best.get(v) + e.getValue();
        Integer known = best.get(e.getKey());
        if (known == null || through < known) {
          open.remove(e.getKey());
          best.put(e.getKey(), through);
          open.add(e.getKey());
        }
      }
    }
    return best;
  }

  public static void main(String[] args) {
    List<Vertex> ring = ring(8);
    Map<Vertex, Integer> best = distances(ring.get(0));
    for (Vertex v : ring) { // frozen here
      System.out.print(v.name + "=" + best.get(v) + " ");
    }
    System.out.println(best.size());
    Map<Key, Integer> costs = new HashMap<>();
    for (Vertex v : ring) { // frozen here
      for (Mode mode : Mode.values()) { // frozen here
        costs.merge(new Key(v, mode), best.get(v) * (1 + mode.ordinal()), Integer::sum);
      }
    }
    int found = 0;
    for (Vertex v : ring) { // frozen here
      found += costs.get(new Key(v, Mode.LONG)) - costs.get(new Key(v, Mode.SHORT));
    }
    System.out.println(found + " " + costs.size() + " " + costs.containsKey(new Key(null, null)));
    Deque<Vertex> path = new ArrayDeque<>();
    Set<Vertex> seen = new HashSet<>();
    Vertex at = ring.get(5);
    while (seen.add(at)) { // frozen here
      path.push(at);
      Vertex next = at;
      for (int i = 0; i < ring.size() && next == at; i += 3) { // frozen here
        next = at.edges.containsKey(ring.get(i)) ? ring.get(i) : at;
      }
      at = next;
    }
    int hash = at.hashCode();
    StringBuilder text = new StringBuilder();
    for (Vertex v : path) { // frozen here
      text.append(v.name).append(v == at ? "! " : " ");
    }
    System.out.println(text.toString() + (hash == at.hashCode()) + at.edges.size());
  }
}

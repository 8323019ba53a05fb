package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** Dijkstra and Bellman-Ford over maps of maps, with comparators composed by the JDK. */
public final class ShortestPaths {
  record Town(String name, int rank) {}

  record Road(Town to, int miles) {}

  record Visit(Town town, long distance, Town from) {}

  private static final Comparator<Visit> NEAREST =
      Comparator.comparingLong(Visit::distance)
          .thenComparing(v -> v.town().rank(), Comparator.reverseOrder())
          .thenComparing(v -> v.town().name());

  private final Map<Town, List<Road>> roads = new LinkedHashMap<>();

  void road(Town a, Town b, int miles) {
    roads.computeIfAbsent(a, k -> new ArrayList<>()).add(new Road(b, miles));
    roads.computeIfAbsent(b, k -> new ArrayList<>()).add(new Road(a, miles));
  }

  List<Town> path(Town from, Town to) {
    Map<Town, Visit> settled = new HashMap<>();
    PriorityQueue<Visit> queue = new PriorityQueue<>(NEAREST);
    queue.add(new Visit(from, 0, null));
    for (Visit next; (next = queue.poll()) != null; ) { // frozen here
      if (settled.putIfAbsent(next.town(), next) != null) {
        continue;
      }
      if (next.town().equals(to)) {
        break;
      }
      for (Road road : roads.get(next.town())) { // frozen here
        if (!settled.containsKey(road.to())) {
          queue.add(new Visit(road.to(), next.distance() + road.miles(), next.town()));
        }
      }
    }
    List<Town> path = new ArrayList<>();
    for (Town t = to; t != null; t = settled.get(t).from()) { // frozen here
      path.add(t);
    }
    Collections.reverse(path);
    return path;
  }

  Map<Town, Integer> relaxAll(Town from) {
    Map<Town, Integer> best = new HashMap<>();
    best.put(from, 0);
    boolean changed;
    int rounds = 0;
    do { // frozen here
      changed = false;
      for (Map.Entry<Town, List<Road>> e : roads.entrySet()) { // frozen here
        Integer here = best.get(e.getKey());
        if (here == null) {
          continue;
        }
        for (Road road : e.getValue()) { // frozen here
          int through = here + road.miles();
          changed |= best.merge(road.to(), through, Math::min) == through && through < 10_000;
          best.put(road.to(), Math.min(best.get(road.to()), through));
        }
      }
    } while (changed && ++rounds < 8);
    return best;
  }

  public static void main(String[] args) {
    Town[] towns = new Town[9];
    for (int i = 0; i < towns.length; i++) { // frozen here
      towns[i] = new Town("" + (char) ('A' + i), i % 3);
    }
    ShortestPaths map = new ShortestPaths();
    for (int i = 0; i < towns.length; i++) { // frozen here
      for (int step = 1; step <= 3; step++) { // frozen here
        map.road(towns[i], towns[(i * step + step) % towns.length], 1 + (i * 7 + step * 5) % 11);
      }
    }
    TreeSet<Town> sorted =
        new TreeSet<>(Comparator.comparingInt(Town::rank).reversed().thenComparing(Town::name));
    for (Town t : towns) { // frozen here
      sorted.add(t);
    }
    Map<Town, Integer> all = map.relaxAll(towns[0]);
    for (Town t : sorted) { // frozen here
      StringBuilder names = new StringBuilder();
      for (Town step : map.path(towns[0], t)) { // frozen here
        names.append(step.name());
      }
      System.out.println(t.name() + " " + names + " " + all.get(t));
    }
  }
}

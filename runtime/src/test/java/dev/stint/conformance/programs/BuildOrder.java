package dev.stint.conformance.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;

/** Topological order and cycles, with live views, reversed views and iterators that edit. */
public final class BuildOrder {
  static final class CycleException extends Exception {
    private static final long serialVersionUID = 1;
    final transient Deque<String> cycle;

    CycleException(Deque<String> cycle) {
      super("cycle " + cycle);
      this.cycle = cycle;
    }
  }

  private final SequencedMap<String, Set<String>> needs = new LinkedHashMap<>();

  void add(String spec) {
    String[] parts = spec.split(":");
    Set<String> set = needs.computeIfAbsent(parts[0], k -> new LinkedHashSet<>());
    for (String need : parts.length > 1 ? parts[1].split(",") : new String[0]) { // frozen here
      set.add(need);
      needs.putIfAbsent(need, new LinkedHashSet<>());
    }
  }

  List<String> byRemoval() {
    List<String> order = new LinkedList<>();
    boolean found = true;
    while (found) { // frozen here
      found = false;
      for (Iterator<Map.Entry<String, Set<String>>> it =
              needs.sequencedEntrySet().reversed().iterator();
          it.hasNext(); ) { // frozen here
        Map.Entry<String, Set<String>> e = it.next();
        e.getValue().removeAll(order);
        if (e.getValue().isEmpty()) {
          it.remove();
          order.add(e.getKey());
          found = true;
        }
      }
    }
    return order;
  }

  void visit(String name, Deque<String> path, Collection<String> done) throws CycleException {
    if (done.contains(name)) {
      return;
    }
    if (path.contains(name)) {
      Deque<String> cycle = new ArrayDeque<>();
      for (String step : path.reversed()) { // frozen here
        cycle.addFirst(step);
        if (step.equals(name)) {
          throw new CycleException(cycle);
        }
      }
    }
    path.addLast(name);
    try {
      for (String need : needs.getOrDefault(name, Set.of())) { // frozen here
        visit(need, path, done);
      }
      done.add(name);
    } finally {
      path.removeLast();
    }
  }

  static void interleave(List<String> list) {
    ListIterator<String> it = list.listIterator(list.size());
    while (it.hasPrevious()) { // frozen here
      String s = it.previous();
      if (it.nextIndex() % 2 == 0) {
        it.set(s.toUpperCase());
        it.add("-");
        it.previous();
      } else if (s.length() > 4) {
        it.remove();
      }
    }
  }

  public static void main(String[] args) {
    String[] specs = {"app:lib,ui", "ui:core,lib", "lib:core", "core", "test:app,junit"};
    BuildOrder build = new BuildOrder();
    for (String spec : specs) { // frozen here
      build.add(spec);
    }
    for (String extra : new String[] {"docs", "core:test"}) { // frozen here
      Collection<String> done = new LinkedHashSet<>();
      build.add(extra);
      try {
        for (String name : build.needs.keySet()) { // frozen here
          build.visit(name, new ArrayDeque<>(), done);
        }
        System.out.println(done);
      } catch (CycleException e) {
        System.out.println(e.getMessage() + " " + e.cycle.peekLast() + " " + done);
      }
    }
    List<String> order = build.byRemoval();
    System.out.println(order + " " + build.needs);
    build.needs.get("core").clear();
    order.addAll(build.byRemoval());
    List<String> edited = new ArrayList<>(order);
    interleave(order);
    interleave(edited);
    System.out.println(order + " " + order.equals(edited));
    SequencedCollection<String> back = edited.reversed();
    List<String> window = edited.subList(1, 5);
    for (int i = 0; i < 3; i++) { // frozen here
      back.addFirst("e" + i);
      back.removeLast();
      Collections.swap(edited, 0, i);
    }
    System.out.println(edited + " " + back.getFirst() + " " + back);
    try {
      window.size();
    } catch (java.util.ConcurrentModificationException e) {
      System.out.println("stale window");
    }
    String[] array = edited.toArray(String[]::new);
    List<String> asList = Arrays.asList(array);
    for (int i = 0; i < array.length; i++) { // frozen here
      asList.set(i, i + asList.get(array.length - 1 - i));
    }
    System.out.println(String.join(" ", array));
  }
}

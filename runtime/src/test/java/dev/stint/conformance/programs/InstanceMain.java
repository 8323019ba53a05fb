package dev.stint.conformance.programs;

import module java.base;

/** An instance main without arguments, module imports and IO.println of Java 25. */
public final class InstanceMain {
  private final Map<String, Integer> counts = new TreeMap<>();
  private int turns = 2;

  void main() {
    for (String w : "b a b c".split(" ")) { // frozen here
      counts.merge(w, turns++, Integer::sum);
    }
    IO.println(counts);
    for (var e : counts.entrySet()) { // frozen here
      IO.println(e.getKey() + repeat(e.getValue()));
    }
  }

  private String repeat(int n) {
    var b = new StringBuilder();
    for (int _ : new int[n]) { // frozen here
      b.append('.');
    }
    return b.toString();
  }
}

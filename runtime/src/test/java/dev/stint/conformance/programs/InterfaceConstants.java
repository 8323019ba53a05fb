package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Constants of interfaces that are no constants: collections and objects that loops change. */
public final class InterfaceConstants {
  static final class Counter {
    int count;
  }

  interface Registry {
    List<String> NAMES = new ArrayList<>();
    Map<String, int[]> SLOTS = new HashMap<>();
    Counter COUNTER = new Counter();
    StringBuilder LOG = new StringBuilder();

    static int add(String name) {
      NAMES.add(name);
      SLOTS.computeIfAbsent(name, n -> new int[2])[NAMES.size() % 2]++;
      LOG.append(name.charAt(0));
      return ++COUNTER.count;
    }
  }

  public static void main(String[] args) {
    Counter same = Registry.COUNTER;
    for (String name : "wren tit wren owl tit".split(" ")) { // frozen here
      System.out.print(Registry.add(name) + " ");
    }
    int sum = 0;
    for (String name : Registry.NAMES) { // frozen here
      sum = sum * 3 + Registry.SLOTS.get(name)[0] + Registry.SLOTS.get(name)[1];
    }
    System.out.println(
        sum + " " + Registry.NAMES + Registry.LOG + (same == Registry.COUNTER) + same.count);
  }
}

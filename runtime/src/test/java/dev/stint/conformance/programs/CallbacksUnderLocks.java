package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collections for several threads keep their lock, or their copy, while they call back. */
public final class CallbacksUnderLocks {
  static int work(int n) {
    int r = n;
    for (int i = 0; i < 3; i++) { // frozen here
      r = r * 31 % 97;
    }
    return r;
  }

  static void counts() throws InterruptedException {
    Map<String, Integer> map = Collections.synchronizedMap(new HashMap<>());
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(() -> {
            for (int k = 0; k < 5000; k++) {
              map.merge("n", 1, Integer::sum);
            }
          });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(map);
  }

  static void copies() {
    List<Integer> list = new CopyOnWriteArrayList<>(List.of(5, 3, 8, 1));
    list.replaceAll(n -> n + 1);
    list.sort(Integer::compare);
    list.removeIf(n -> n % 2 == 0);
    list.forEach(n -> list.add(n * 10));
    System.out.println(list);
  }

  static void refusals() {
    try {
      Collections.unmodifiableList(new ArrayList<>()).removeIf(x -> false);
    } catch (UnsupportedOperationException e) {
      System.out.println("no removeIf");
    }
    try {
      Map.of("a", 1).computeIfAbsent("a", k -> 2);
    } catch (UnsupportedOperationException e) {
      System.out.println("no computeIfAbsent");
    }
  }

  static void noticed() {
    List<Integer> list = new ArrayList<>(List.of(2, 1));
    Iterator<Integer> open = list.iterator();
    list.sort((a, b) -> Integer.compare(work(a), work(b)));
    try {
      open.next();
    } catch (ConcurrentModificationException e) {
      System.out.println("sorted " + list);
    }
    Map<String, Integer> map = new LinkedHashMap<>(Map.of("a", 1));
    try {
      map.compute(
          "b",
          (k, v) -> {
            int n = work(7);
            map.remove("a");
            map.put("c", n);
            return work(n);
          });
    } catch (ConcurrentModificationException e) {
      System.out.println("changed " + map);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    counts();
    copies();
    refusals();
    noticed();
    Vector<Integer> vector = new Vector<>(List.of(1, 2, 3));
    vector.forEach(n -> System.out.print(work(n) + (Thread.holdsLock(vector) ? "locked " : " ")));
    System.out.println();
    new TreeSet<>(List.of(3, 1, 2)).forEach(n -> System.out.print(work(n) + " "));
    Map<String, Integer> plain = new LinkedHashMap<>(Map.of("x", 1));
    plain.entrySet().forEach(e -> e.setValue(work(e.getValue())));
    plain.keySet().forEach(k -> System.out.print(k + work(1) + " "));
    System.out.println(plain);
  }
}

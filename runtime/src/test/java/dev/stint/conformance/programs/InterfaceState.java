package dev.stint.conformance.programs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** Constants of interfaces as they are met through heirs, with primitives, and while they start. */
public final class InterfaceState {
  static int started;

  static int start() {
    return ++started;
  }

  interface Sentinels {
    Object NONE = new Object();
    long STARTED = start() * 1_000_000_007L;
    double RATIO = STARTED / 7.0;
    boolean EARLY = STARTED < 0;
    int[][] GRID = {{start(), 2}, {3, 4}};
  }

  interface Journal extends Sentinels {
    Deque<Object> OPEN = new ArrayDeque<>();
    IntSupplier SIZE = () -> OPEN.size();

    default int note(Object what) {
      OPEN.addLast(what);
      GRID[OPEN.size() % 2][0] += OPEN.size();
      return SIZE.getAsInt();
    }
  }

  interface Circular {
    Map<String, Integer> SEEN = Late.fill(new LinkedHashMap<>());
    String AFTER = "after" + Late.sizes();
  }

  /** Asks for constants of the interface that is being initialised. */
  static final class Late implements Circular {
    static <M extends Map<String, Integer>> M fill(M map) {
      map.put("early", SEEN == null ? -1 : SEEN.size());
      return map;
    }

    static int sizes() {
      return SEEN.size();
    }
  }

  static final class Desk implements Journal {
    long work(int rounds) {
      long sum = 0;
      for (int i = 0; i < rounds; i++) { // frozen here
        sum += note(i % 3 == 0 ? NONE : i) + GRID[1][0];
        if (OPEN.size() > 4 && OPEN.removeFirst() == NONE) {
          sum += STARTED % 11 + (long) RATIO % 13;
        }
      }
      return sum;
    }
  }

  public static void main(String[] args) {
    Desk desk = new Desk();
    Object none = Sentinels.NONE;
    System.out.println(desk.work(9) + " " + Desk.OPEN.size() + Journal.SIZE.getAsInt());
    int nones = 0;
    for (Object each : Desk.OPEN) { // frozen here
      nones += each == Sentinels.NONE && each == none ? 1 : 0;
    }
    for (int i = 0; i < 3; i++) { // frozen here
      Circular.SEEN.merge("turn", i, Integer::sum);
    }
    System.out.println(nones + " " + started + Sentinels.EARLY + Desk.GRID[0][0]);
    System.out.println(Circular.SEEN + Circular.AFTER + Late.AFTER.length());
  }
}

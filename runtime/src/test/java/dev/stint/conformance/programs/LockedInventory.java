package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An inventory guarded by monitors: loops within them stay, loops around and after them move. */
public final class LockedInventory {
  private final Map<String, Integer> stock = new LinkedHashMap<>();
  private final List<String> audit = Collections.synchronizedList(new ArrayList<>());
  private static int checks;

  private final class Guard {
    int depth;

    int enter(String item, int n) {
      synchronized (LockedInventory.this) {
        if (n > 0) {
          depth++;
          return enter(item, n - 1) + stock.getOrDefault(item, 0);
        }
        int sum = 0;
        for (int each : stock.values()) { // pinned here
          sum += each;
        }
        return sum;
      }
    }
  }

  boolean move(String from, String to, int count) {
    synchronized (stock) {
      try {
        while (count > 0) { // pinned here
          int have = stock.getOrDefault(from, 0);
          if (have == 0) {
            return false;
          }
          stock.put(from, have - 1);
          stock.merge(to, 1, Integer::sum);
          count--;
        }
        return true;
      } finally {
        for (String name : stock.keySet()) { // pinned here
          audit.add(name + stock.get(name));
        }
      }
    }
  }

  static synchronized int check(int n) {
    int r = 0;
    do { // pinned here
      checks++;
      r += n;
    } while (--n > 0);
    return r;
  }

  int outside(int rounds) {
    int moved = 0;
    for (int i = 0; i < rounds; i++) { // frozen here
      if (move(i % 2 == 0 ? "a" : "b", "c", i)) {
        moved += check(i + 1);
      }
      synchronized (this) {
        synchronized (audit) {
          if (audit.size() > 40) {
            break;
          }
        }
        moved++;
      }
      for (int k = 0; k < 2; k++) { // frozen here
        moved += k;
      }
    }
    return moved;
  }

  synchronized void fail(int depth) {
    if (depth == 0) {
      throw new IllegalStateException("inside " + Thread.holdsLock(this));
    }
    try {
      fail(depth - 1);
    } finally {
      audit.add("left " + depth);
    }
  }

  public static void main(String[] args) {
    LockedInventory inventory = new LockedInventory();
    inventory.stock.put("a", 5);
    inventory.stock.put("b", 3);
    System.out.println(inventory.outside(6) + " " + inventory.stock + " " + checks);
    try {
      inventory.fail(2);
    } catch (IllegalStateException e) {
      int n = 0;
      for (String line : inventory.audit) { // frozen here
        n += line.length();
      }
      System.out.println(e.getMessage() + Thread.holdsLock(inventory) + n);
    }
    Guard guard = inventory.new Guard();
    System.out.println(guard.enter("c", 2) + " " + guard.depth);
    System.out.println(inventory.audit);
  }
}

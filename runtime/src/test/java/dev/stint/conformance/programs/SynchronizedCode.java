package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** Synchronized methods and blocks, reentered; pinned within, movable outside. */
public final class SynchronizedCode {
  private final List<Integer> items = new ArrayList<>();
  private final Object lock = new Object();
  static int shared;

  synchronized int add(int n) {
    for (int i = 0; i < n; i++) { // pinned here
      items.add(i);
      twice();
    }
    return items.size();
  }

  synchronized void twice() {
    items.add(-1);
  }

  static synchronized void bump(int n) {
    while (n-- > 0) { // pinned here
      shared++;
    }
  }

  int blocks(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      synchronized (lock) {
        for (int j = 0; j < 2; j++) { // pinned here
          synchronized (this) {
            r += items.get(j);
          }
        }
        if (i == n - 2) {
          continue;
        }
      }
      r += 10;
    }
    return r;
  }

  int failing() {
    int turns = 0;
    try {
      synchronized (lock) {
        while (true) { // pinned here
          if (turns++ == 3) {
            throw new IllegalStateException("inside");
          }
        }
      }
    } catch (IllegalStateException e) {
      for (int i = 0; i < 3; i++) { // frozen here
        turns += i;
      }
      return turns + (Thread.holdsLock(lock) ? 1000 : 0);
    }
  }

  public static void main(String[] args) {
    SynchronizedCode s = new SynchronizedCode();
    System.out.println(s.add(3) + " " + s.blocks(4) + " " + s.failing());
    bump(5);
    int sum = 0;
    for (int i : s.items) { // frozen here
      sum += i;
    }
    System.out.println(shared + " " + sum);
  }
}

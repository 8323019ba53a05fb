package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** Objects and arrays whose constructor arguments come from calls that loop. */
public final class NewWithLoops {
  record Pair(Object left, Object right) {}

  static class Box {
    final int value;
    final String name;

    Box(int value, String name) {
      this.value = value;
      this.name = name;
    }

    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  static int loops(int n) {
    int sum = 0;
    for (int i = 1; i <= n; i++) { // frozen here
      sum += i;
    }
    return sum;
  }

  static Box nested(int n) {
    return new Box(loops(n), new Box(loops(n + 1), "inner" + loops(2)).toString());
  }

  public static void main(String[] args) {
    System.out.println(new Box(loops(3), "three"));
    System.out.println(nested(2));
    System.out.println(
        new Pair(new Pair(loops(1), new Box(loops(2), "b")), new Pair(nested(1), loops(4))));
    int[][] grid = new int[loops(2)][loops(1) + 1];
    System.out.println(grid.length + "x" + grid[loops(1)].length);
    Object[] mixed = {new Box(loops(4), "m"), loops(5), new int[loops(3)].length, "s" + loops(1)};
    for (Object o : mixed) { // frozen here
      System.out.println(o);
    }
    List<Box> list = new ArrayList<>(List.of(new Box(loops(1), "l"), new Box(loops(2), "k")));
    list.add(new Box(list.size() + loops(3), "last" + new StringBuilder("x").append(loops(2))));
    System.out.println(list);
    throwNew();
  }

  static void throwNew() {
    try {
      throw new IllegalStateException("after " + loops(10), new RuntimeException("c" + loops(2)));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage() + " " + e.getCause().getMessage());
    }
  }
}

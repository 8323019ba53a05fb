package dev.stint.benchmarks.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Graphs of objects, collections, and calls that the receiver decides. */
final class ObjectKernels {
  private ObjectKernels() {}

  private record Tree(@Nullable Tree left, @Nullable Tree right) {}

  static long trees(int depth) {
    return size(grow(depth));
  }

  private static Tree grow(int depth) {
    return depth == 0 ? new Tree(null, null) : new Tree(grow(depth - 1), grow(depth - 1));
  }

  private static long size(@Nullable Tree tree) {
    return tree == null ? 0 : 1 + size(tree.left) + size(tree.right);
  }

  static long lists(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    ArrayDeque<Integer> even = new ArrayDeque<>();
    for (int number : numbers) {
      if (number % 2 == 0) {
        even.addFirst(number);
      }
    }
    long sum = 0;
    while (!even.isEmpty()) {
      sum = sum * 3 + even.removeLast();
    }
    return sum;
  }

  static long queens(int size) {
    return place(size, 0, 0, 0, 0);
  }

  private static int place(int size, int row, int columns, int left, int right) {
    if (row == size) {
      return 1;
    }
    int found = 0;
    for (int column = 0; column < size; column++) {
      int bit = 1 << column;
      if (((columns | left | right) & bit) == 0) {
        found += place(size, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
      }
    }
    return found;
  }

  static long life(int size, int turns) {
    boolean[][] cells = new boolean[size][size];
    for (int i = 0; i < size * size / 3; i++) {
      cells[i * 7 % size][i * 13 / 5 % size] = true;
    }
    for (int turn = 0; turn < turns; turn++) {
      cells = next(cells);
    }
    long alive = 0;
    for (boolean[] row : cells) {
      for (boolean cell : row) {
        alive += cell ? 1 : 0;
      }
    }
    return alive;
  }

  private static boolean[][] next(boolean[][] cells) {
    int size = cells.length;
    boolean[][] next = new boolean[size][size];
    for (int y = 1; y < size - 1; y++) {
      for (int x = 1; x < size - 1; x++) {
        int around = 0;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            around += cells[y + dy][x + dx] ? 1 : 0;
          }
        }
        next[y][x] = around == 3 || (around == 4 && cells[y][x]);
      }
    }
    return next;
  }

  private record Step(int node, int cost) {}

  /** The cheapest ways in a graph (Dijkstra). */
  static long paths(int nodes) {
    int[] costs = new int[nodes];
    Arrays.fill(costs, Integer.MAX_VALUE);
    PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingInt(Step::cost));
    open.add(new Step(0, 0));
    while (!open.isEmpty()) {
      Step step = open.remove();
      if (step.cost >= costs[step.node]) {
        continue;
      }
      costs[step.node] = step.cost;
      for (int i = 1; i <= 4; i++) {
        int to = (step.node * i + i * i) % nodes;
        open.add(new Step(to, step.cost + (step.node ^ to) % 97 + 1));
      }
    }
    long sum = 0;
    for (int cost : costs) {
      sum += cost == Integer.MAX_VALUE ? 0 : cost;
    }
    return sum;
  }

  private interface Shape {
    double area();
  }

  private record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }
  }

  private record Circle(double radius) implements Shape {
    @Override
    public double area() {
      return 3 * radius * radius;
    }
  }

  private record Pair(Shape left, Shape right) implements Shape {
    @Override
    public double area() {
      return left.area() + right.area();
    }
  }

  static long visitor(int depth) {
    return (long) shape(depth).area();
  }

  private static Shape shape(int depth) {
    if (depth == 0) {
      return new Square(2);
    }
    return depth % 5 == 3
        ? new Pair(new Circle(depth), shape(depth - 1))
        : new Pair(shape(depth - 1), shape(depth - 1));
  }
}

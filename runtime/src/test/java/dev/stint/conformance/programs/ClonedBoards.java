package dev.stint.conformance.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;

/** A sliding puzzle: boards cloned deep and shallow, found again in sets by equals and hashCode. */
public final class ClonedBoards {
  static class Board implements Cloneable {
    int[][] cells;
    private Board parent;
    protected int depth;

    Board(int[]... cells) {
      this.cells = cells;
    }

    @Override
    public Board clone() {
      try {
        Board copy = (Board) super.clone();
        copy.cells = cells.clone();
        for (int i = 0; i < cells.length; i++) { // frozen here
          copy.cells[i] = cells[i].clone();
        }
        copy.parent = this;
        copy.depth++;
        return copy;
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }

    boolean slide(int dr, int dc) {
      for (int r = 0; r < cells.length; r++) { // frozen here
        for (int c = 0; c < cells[r].length; c++) { // frozen here
          if (cells[r][c] == 0) {
            if (r + dr < 0 || r + dr >= cells.length || c + dc < 0 || c + dc >= cells[r].length) {
              return false;
            }
            cells[r][c] = cells[r + dr][c + dc];
            cells[r + dr][c + dc] = 0;
            return true;
          }
        }
      }
      throw new IllegalStateException();
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Board b && Arrays.deepEquals(cells, b.cells);
    }

    @Override
    public int hashCode() {
      int h = 1;
      for (int[] row : cells) {
        h = h * 31 + Arrays.hashCode(row);
      }
      return h;
    }
  }

  static final class Named extends Board {
    final StringBuilder trail;

    Named(StringBuilder trail, int[]... cells) {
      super(cells);
      this.trail = trail;
    }

    @Override
    public Named clone() {
      Named copy = (Named) super.clone();
      copy.trail.append(depth);
      return copy;
    }
  }

  static int search(Board start, Board goal) {
    Set<Board> seen = new HashSet<>();
    Queue<Board> queue = new ArrayDeque<>();
    queue.add(start);
    while (!queue.isEmpty()) { // frozen here
      Board b = queue.remove();
      if (b.equals(goal)) {
        int steps = 0;
        for (Board p = b; p.parent != null; p = p.parent) { // frozen here
          steps++;
        }
        return steps * 1000 + seen.size();
      }
      if (!seen.add(b) || b.depth > 9) {
        continue;
      }
      for (int d = 0; d < 4; d++) { // frozen here
        Board next = b.clone();
        if (next.slide(d % 2 == 0 ? d - 1 : 0, d % 2 == 1 ? d - 2 : 0)) {
          queue.offer(next);
        }
      }
    }
    return -seen.size();
  }

  public static void main(String[] args) {
    Board goal = new Board(new int[] {1, 2, 3}, new int[] {4, 5, 0});
    System.out.println(search(new Board(new int[] {1, 0, 3}, new int[] {4, 2, 5}), goal));
    System.out.println(search(new Board(new int[] {2, 1}, new int[] {3, 0}), goal));
    Named named = new Named(new StringBuilder("t"), new int[] {1, 0});
    Named copy = named.clone().clone();
    copy.cells[0][0] = 9;
    System.out.println(
        copy.trail + " " + (copy.trail == named.trail) + named.cells[0][0] + copy.depth);
    Object[] objects = {named, copy, new ArrayList<>(Arrays.asList(1, 2)), null};
    Object[] shallow = objects.clone();
    int same = 0;
    for (int i = 0; i < objects.length; i++) { // frozen here
      same += Objects.equals(shallow[i], objects[i]) && shallow[i] == objects[i] ? 1 : 0;
    }
    ArrayList<?> list = (ArrayList<?>) ((ArrayList<?>) objects[2]).clone();
    System.out.println(
        same + " " + list + (list == objects[2]) + objects.getClass().getSimpleName());
  }
}

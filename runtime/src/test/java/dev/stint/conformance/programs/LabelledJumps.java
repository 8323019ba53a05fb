package dev.stint.conformance.programs;

/** Labelled break and continue out of and into the turns of nested loops and blocks. */
public final class LabelledJumps {
  static String search(int[][] grid, int wanted) {
    String result = "none";
    rows:
    for (int r = 0; r < grid.length; r++) { // frozen here
      for (int c = 0; c < grid[r].length; c++) { // frozen here
        if (grid[r][c] < 0) {
          continue rows;
        }
        if (grid[r][c] == wanted) {
          result = r + "/" + c;
          break rows;
        }
      }
      result += "," + r;
    }
    return result;
  }

  static int primes(int limit) {
    int count = 0;
    next:
    for (int n = 2; n < limit; n++) { // frozen here
      for (int d = 2; d * d <= n; d++) { // frozen here
        if (n % d == 0) {
          continue next;
        }
      }
      count++;
    }
    return count;
  }

  static int blocks(int n) {
    int value = 0;
    block:
    {
      while (n > 0) { // frozen here
        value += n;
        if (value > 20) {
          break block;
        }
        n--;
      }
      value = -value;
    }
    a:
    do { // frozen here
      b:
      while (true) { // frozen here
        value++;
        if (value % 5 == 0) {
          break a;
        }
        if (value % 3 == 0) {
          continue a;
        }
        if (value % 2 == 0) {
          continue b;
        }
        break;
      }
      value += 2;
    } while (value < 100);
    return value;
  }

  public static void main(String[] args) {
    int[][] grid = {{1, 2, 3}, {4, -1, 6}, {7, 8}, {}, {9}};
    System.out.println(search(grid, 8) + " " + search(grid, 6) + " " + search(grid, 9));
    System.out.println(primes(60));
    System.out.println(blocks(3) + " " + blocks(9) + " " + blocks(5));
  }
}

package dev.stint.conformance.programs;

import java.util.Arrays;

/** Backtracking over arrays of arrays with labelled jumps out of try/finally blocks. */
public final class SudokuSearch {
  private final int[][] grid = new int[9][9];
  private final int[][] used = new int[3][9];
  private int tries;
  private int undone;

  SudokuSearch(String rows) {
    int cell = 0;
    for (String row : rows.lines().toList()) {
      for (char c : row.toCharArray()) {
        if (c != '.') {
          set(cell / 9, cell % 9, c - '0');
        }
        cell++;
      }
    }
  }

  private void set(int r, int c, int digit) {
    int bit = 1 << (digit == 0 ? grid[r][c] : digit);
    grid[r][c] = digit;
    used[0][r] ^= bit;
    used[1][c] ^= bit;
    used[2][r / 3 * 3 + c / 3] ^= bit;
  }

  boolean solve() {
    int bestR = -1;
    int bestC = -1;
    int bestFree = 0;
    rows:
    for (int r = 0, least = 10; r < 9; r++) { // frozen here
      for (int c = 0; c < 9; c++) { // frozen here
        if (grid[r][c] != 0) {
          continue;
        }
        int free = ~(used[0][r] | used[1][c] | used[2][r / 3 * 3 + c / 3]) & 0x3fe;
        int count = Integer.bitCount(free);
        if (count < least) {
          least = count;
          bestR = r;
          bestC = c;
          bestFree = free;
          if (count < 2) {
            break rows;
          }
        }
      }
    }
    if (bestR < 0) {
      return true;
    }
    while (bestFree != 0) { // frozen here
      int digit = Integer.numberOfTrailingZeros(bestFree);
      bestFree &= bestFree - 1;
      boolean solved = false;
      set(bestR, bestC, digit);
      try {
        tries++;
        solved = solve();
        if (solved) {
          return true;
        }
      } finally {
        if (!solved) {
          undone++;
          set(bestR, bestC, 0);
        }
      }
    }
    return false;
  }

  String check() {
    String verdict = "";
    squares:
    for (int s = 0; s < 9; s++) { // frozen here
      int seen = 0;
      try {
        for (int i = 0; i < 9; i++) { // frozen here
          int d = grid[s / 3 * 3 + i / 3][s % 3 * 3 + i % 3];
          if (d == 0) {
            verdict += "?";
            continue squares;
          }
          if ((seen >> d & 1) != 0) {
            verdict += "!";
            break squares;
          }
          seen |= 1 << d;
        }
      } finally {
        verdict += Integer.bitCount(seen);
      }
    }
    return verdict;
  }

  public static void main(String[] args) {
    SudokuSearch s =
        new SudokuSearch(
            """
            ..9748...
            7........
            .2.1.9...
            ..7...24.
            .64.1.59.
            .98...3..
            ...8.3.2.
            ........6
            ...2759..
            """);
    System.out.println(s.check());
    System.out.println(s.solve() + " " + s.tries + " " + s.undone + " " + s.check());
    System.out.println(Arrays.deepToString(s.grid).replace("], [", "\n").replace(", ", ""));
    s.grid[8][8] = s.grid[8][7];
    System.out.println(s.check());
  }
}

package dev.stint.conformance.programs;

import java.util.Arrays;

/** Arrays of arrays: jagged, partly null, multi-dimensional, of every element type. */
public final class JaggedArrays {
  static long[][] pascal(int n) {
    long[][] rows = new long[n][];
    for (int i = 0; i < n; i++) { // frozen here
      rows[i] = new long[i + 1];
      rows[i][0] = rows[i][i] = 1;
      for (int j = 1; j < i; j++) { // frozen here
        rows[i][j] = rows[i - 1][j - 1] + rows[i - 1][j];
      }
    }
    return rows;
  }

  static double[][] multiply(double[][] a, double[][] b) {
    double[][] r = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) { // frozen here
      for (int j = 0; j < b[0].length; j++) { // frozen here
        for (int k = 0; k < b.length; k++) { // frozen here
          r[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return r;
  }

  public static void main(String[] args) {
    System.out.println(Arrays.deepToString(pascal(6)));
    double[][] m = {{1, 2}, {0.5, -1}, {3, 0}};
    System.out.println(Arrays.deepToString(multiply(m, new double[][] {{1, 0, 2}, {-1, 4, 0}})));
    int[][][] cube = new int[3][2][];
    cube[1][1] = new int[] {4, 5};
    cube[2] = cube[1];
    Object[] kinds = {
      new boolean[] {true},
      new byte[] {-1},
      new char[] {'q'},
      new short[2],
      new float[] {1.5f},
      new String[][] {{"a"}, null},
      cube,
      new Object[] {new int[0], null}
    };
    for (Object kind : kinds) { // frozen here
      System.out.println(
          kind.getClass().getTypeName() + " " + Arrays.deepToString(new Object[] {kind}));
    }
    cube[2][0] = cube[1][1];
    cube[1][0][0]++;
    System.out.println(Arrays.deepToString(cube) + (cube[2][0] == cube[1][1]));
  }
}

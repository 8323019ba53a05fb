package dev.stint.conformance.programs;

import java.util.Arrays;

/**
 * Gauss-Jordan with pivoting on arrays of arrays, rows swapped and cloned, singular ones refused.
 */
public final class MatrixInversion {
  static final class SingularException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    SingularException(int column) {
      super("no pivot in column " + column);
    }
  }

  static double[][] identity(int n) {
    double[][] m = new double[n][n];
    for (int i = 0; i < n; i++) { // frozen here
      m[i][i]++;
    }
    return m;
  }

  static double[][] copy(double[][] m) {
    double[][] c = m.clone();
    for (int i = 0; i < c.length; i++) { // frozen here
      c[i] = c[i].clone();
    }
    return c;
  }

  static double[][] invert(double[][] source) {
    int n = source.length;
    double[][] a = copy(source);
    double[][] inverse = identity(n);
    for (int col = 0; col < n; col++) { // frozen here
      int pivot = col;
      for (int row = col + 1; row < n; row++) { // frozen here
        if (Math.abs(a[row][col]) > Math.abs(a[pivot][col])) {
          pivot = row;
        }
      }
      if (Math.abs(a[pivot][col]) < 1e-12) {
        throw new SingularException(col);
      }
      for (double[][] both : new double[][][] {a, inverse}) { // frozen here
        double[] swap = both[col];
        both[col] = both[pivot];
        both[pivot] = swap;
      }
      double scale = a[col][col];
      for (int j = 0; j < n; j++) { // frozen here
        a[col][j] /= scale;
        inverse[col][j] /= scale;
      }
      for (int row = 0; row < n; row++) { // frozen here
        double factor = a[row][col];
        if (row == col || factor == 0) {
          continue;
        }
        for (int j = 0; j < n; j++) { // frozen here
          a[row][j] -= factor * a[col][j];
          inverse[row][j] -= factor * inverse[col][j];
        }
      }
    }
    return inverse;
  }

  static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) { // frozen here
      for (int j = 0; j < b[0].length; j++) { // frozen here
        double sum = 0;
        for (int k = 0; k < b.length; k++) { // frozen here
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
    return c;
  }

  public static void main(String[] args) {
    double[][][] matrices = {
      {{2, 0}, {0, 4}},
      {{0, 1, 2}, {1, 0, 3}, {4, -3, 8}},
      {{1, 2}, {2, 4}},
      {{1e-3f, 7}, {5, 1 / 3.0}}
    };
    for (double[][] m : matrices) { // frozen here
      try {
        double[][] inverse = invert(m);
        System.out.println(Arrays.deepToString(inverse));
        double error = 0;
        double[][] product = times(m, inverse);
        for (int i = 0; i < product.length; i++) { // frozen here
          for (double x : product[i]) { // frozen here
            error = Math.max(error, Math.min(Math.abs(x), Math.abs(x - 1)));
          }
        }
        System.out.println(error < 1e-9);
      } catch (SingularException e) {
        System.out.println(e.getMessage() + " " + Arrays.deepToString(m));
      }
    }
  }
}

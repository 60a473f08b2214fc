package io.olivo.learning;

import java.util.Arrays;

/** Solves linear equations in the plainest way, to check those who are quicker. */
public final class LinearEquations {
  private LinearEquations() {}

  /** x of matrix x = right, by Gauss with pivoting, on copies. */
  public static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = Arrays.copyOf(matrix[i], n + 1);
      a[i][n] = right[i];
    }
    for (int c = 0; c < n; c++) {
      int column = c;
      int pivot = c;
      for (int r = c; r < n; r++) {
        pivot = Math.abs(a[r][column]) > Math.abs(a[pivot][column]) ? r : pivot;
      }
      double[] swapped = a[c];
      a[c] = a[pivot];
      a[pivot] = swapped;
      for (int r = 0; r < n; r++) {
        if (r != c) {
          Rows.add(a[r], -a[r][c] / a[c][c], a[c].clone());
        }
      }
    }
    double[] x = new double[n];
    Arrays.setAll(x, i -> a[i][n] / a[i][i]);
    return x;
  }
}

package io.olivo.learning.olive;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * For every possible lag at once, least squares of one output's command on what was observed.
 *
 * <pre>
 * u(t - L) = w_L . x(t) + residual      L = 0 .. 79
 * </pre>
 *
 * <p>The normal equations are summed tick by tick: all lags share X'X. Columns are scaled to unit
 * diagonal before Cholesky's decomposition. Cost per tick: 80 (columns + 2).
 */
@HotPath
final class LagRegression {
  private static final int LAGS = TraceLine.LENGTH;
  private static final double RIDGE = 1e-9; // of the unit diagonal

  private final int columns;
  private final double[][] gram; // X'X
  private final double[][] moment; // X'y [lag][column]
  private final double[] square; // y'y [lag]
  private final double[] sum; // 1'y [lag]
  private double rows;
  private final double[] solution; // w
  private final double[][] factor; // Cholesky
  private final double[] scale;

  LagRegression(int columns) {
    this.columns = columns;
    gram = new double[columns][columns];
    moment = new double[LAGS][columns];
    square = new double[LAGS];
    sum = new double[LAGS];
    solution = new double[columns];
    factor = new double[columns][columns];
    scale = new double[columns];
  }

  /** Adds the observation x of this tick, with the commands of this tick and before. */
  void add(double[] x, TraceLine commands, int output) {
    rows++;
    for (int i = 0; i < columns; i++) {
      Rows.add(gram[i], x[i], x);
    }
    for (int lag = 0; lag < LAGS; lag++) {
      double u = commands.at(lag)[output];
      Rows.add(moment[lag], u, x);
      square[lag] += u * u;
      sum[lag] += u;
    }
  }

  void clear() {
    rows = 0;
    for (double[] row : gram) {
      Arrays.fill(row, 0);
    }
    for (double[] row : moment) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(square, 0);
    Arrays.fill(sum, 0);
  }

  /** Decomposes X'X; call once before {@link #unexplained}. */
  void decompose() {
    for (int i = 0; i < columns; i++) {
      scale[i] = gram[i][i] > 0 ? 1 / Math.sqrt(gram[i][i]) : 0;
    }
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = gram[i][j] * scale[i] * scale[j] + (i == j ? RIDGE : 0);
        for (int n = 0; n < j; n++) {
          rest -= factor[i][n] * factor[j][n];
        }
        factor[i][j] = i == j ? Math.sqrt(Math.max(rest, RIDGE)) : rest / factor[j][j];
      }
    }
  }

  /** Solves for one lag; the share of the command's variance that stays unexplained, 0 to 1. */
  double unexplained(int lag) {
    solve(moment[lag]);
    double mean = sum[lag] / rows;
    double variance = square[lag] / rows - mean * mean;
    double residual = (square[lag] - Rows.dot(moment[lag], solution)) / rows;
    return variance > 0 ? Math.max(residual / variance, 1e-9) : 1;
  }

  /** w of the lag solved last. */
  double coefficient(int column) {
    return solution[column];
  }

  private void solve(double[] right) {
    for (int i = 0; i < columns; i++) {
      double rest = right[i] * scale[i];
      for (int n = 0; n < i; n++) {
        rest -= factor[i][n] * solution[n];
      }
      solution[i] = rest / factor[i][i];
    }
    for (int i = columns - 1; i >= 0; i--) {
      double rest = solution[i];
      for (int n = i + 1; n < columns; n++) {
        rest -= factor[n][i] * solution[n];
      }
      solution[i] = rest / factor[i][i];
    }
    for (int i = 0; i < columns; i++) {
      solution[i] *= scale[i];
    }
  }

  void save(StateWriter out, String name) {
    out.put(out.name(name, ".gram"), gram);
    out.put(out.name(name, ".moment"), moment);
    out.put(out.name(name, ".square"), square);
    out.put(out.name(name, ".sum"), sum);
    out.put(out.name(name, ".rows"), rows);
  }

  void load(StateReader in, String name) {
    in.get(in.name(name, ".gram"), gram);
    in.get(in.name(name, ".moment"), moment);
    in.get(in.name(name, ".square"), square);
    in.get(in.name(name, ".sum"), sum);
    rows = in.getDouble(in.name(name, ".rows"));
  }
}

package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * What comes of an action, from the granules that fire: affine in the action, normalised LMS.
 *
 * <pre>
 * pred_j = A_j . q + sum_i (B_ji . q) u_i
 * k      = rate (d_j - pred_j) / (G (1 + |u|^2))
 * A_j    = A_j + k q,    B_ji = B_ji + k u_i q
 * </pre>
 *
 * <p>Shapes: d, pred: rows; u: actions; A, B [unit][row][1 + action], q as the list of winners.
 * Units: rows the target's, u 1. Cost: G rows (1 + actions), twice. Source: Nagumo and Noda (1967),
 * IEEE Transactions on Automatic Control 12:282; Jordan and Rumelhart (1992), Cognitive Science
 * 16:307 (forward models).
 */
@HotPath
final class ForwardModel {
  private final int rows;
  private final int columns; // 1 + actions
  private final double rate;
  private final float[] table; // A and B [unit][row][column]
  private final double[] sum; // A . q and B . q [row][column] of the last reading

  ForwardModel(int units, int rows, int actions, double rate) {
    this.rows = rows;
    columns = 1 + actions;
    this.rate = rate;
    table = new float[units * rows * columns];
    sum = new double[rows * columns];
  }

  /** Reads A . q and B . q. */
  void read(int[] winners) {
    Arrays.fill(sum, 0);
    for (int unit : winners) {
      int from = unit * sum.length;
      for (int c = 0; c < sum.length; c++) {
        sum[c] += table[from + c];
      }
    }
  }

  /** A_j . q as read last: what comes by itself. */
  double drift(int row) {
    return sum[row * columns];
  }

  /** B_ji . q as read last: what an action does. */
  double effect(int row, int action) {
    return sum[row * columns + 1 + action];
  }

  /** pred_j for an action, as read last. */
  double predict(int row, double[] u) {
    double predicted = drift(row);
    for (int i = 0; i + 1 < columns; i++) {
      predicted += effect(row, i) * u[i];
    }
    return predicted;
  }

  /** Learns one row of what was read last; error is what came less pred_j. */
  void learn(int[] winners, int row, double[] u, double error) {
    double k = rate * error / (winners.length * (1 + square(u)));
    for (int unit : winners) {
      int at = unit * sum.length + row * columns;
      table[at] += (float) k;
      for (int i = 0; i + 1 < columns; i++) {
        table[at + 1 + i] += (float) (k * u[i]);
      }
    }
  }

  private static double square(double[] u) {
    double sum = 0;
    for (double value : u) {
      sum += value * value;
    }
    return sum;
  }

  int rows() {
    return rows;
  }

  /** Knows nothing again. */
  void forget() {
    Arrays.fill(table, 0);
  }

  /** Becomes a copy of another one. */
  void copyFrom(ForwardModel other) {
    System.arraycopy(other.table, 0, table, 0, table.length);
  }

  void save(StateWriter out, String name) {
    Floats.save(out, name, table);
  }

  void load(StateReader in, String name) {
    Floats.load(in, name, table);
  }
}

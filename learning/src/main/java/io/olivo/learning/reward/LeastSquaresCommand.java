package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import java.util.Arrays;

/**
 * The smallest action that leads a linear model nearest to what is wanted.
 *
 * <pre>
 * H = damping I + sum_j w_j B_j' B_j,   g = sum_j w_j B_j' e_j
 * u = clip(-H^-1 g, +-1)                H = L L', solved by Cholesky
 * </pre>
 *
 * <p>Shapes: H [action][action], g, u [action], B_j the effects on row j. Units: u 1. Cost: actions
 * squared per row, cubed once. Source: Levenberg (1944), Quarterly of Applied Mathematics 2:164.
 */
@HotPath
final class LeastSquaresCommand {
  private final double damping;
  private final double[][] square; // H, then L
  private final double[] slope; // g

  LeastSquaresCommand(int actions, double damping) {
    this.damping = damping;
    square = new double[actions][actions];
    slope = new double[actions];
  }

  /** Nothing is wanted yet. */
  void begin() {
    Arrays.fill(slope, 0);
    for (int i = 0; i < slope.length; i++) {
      Arrays.fill(square[i], 0);
      square[i][i] = damping;
    }
  }

  /** Wants one row of a model, as it was read last, to be less by e. */
  void want(ForwardModel model, int row, double weight, double e) {
    for (int i = 0; i < slope.length; i++) {
      double weighted = weight * model.effect(row, i);
      slope[i] += weighted * e;
      for (int k = 0; k <= i; k++) {
        square[i][k] += weighted * model.effect(row, k);
      }
    }
  }

  /** Fills u. */
  void solve(double[] u) {
    factor();
    for (int i = 0; i < u.length; i++) {
      u[i] = (-slope[i] - before(i, u)) / square[i][i];
    }
    for (int i = u.length - 1; i >= 0; i--) {
      u[i] = (u[i] - behind(i, u)) / square[i][i];
    }
    for (int i = 0; i < u.length; i++) {
      u[i] = Math.clamp(u[i], -1, 1);
    }
  }

  private void factor() {
    for (int i = 0; i < slope.length; i++) {
      for (int k = 0; k <= i; k++) {
        double rest = square[i][k];
        for (int n = 0; n < k; n++) {
          rest -= square[i][n] * square[k][n];
        }
        square[i][k] = k < i ? rest / square[k][k] : Math.sqrt(rest);
      }
    }
  }

  /** The part of row i of L u that is solved already. */
  private double before(int i, double[] u) {
    double sum = 0;
    for (int k = 0; k < i; k++) {
      sum += square[i][k] * u[k];
    }
    return sum;
  }

  /** The part of row i of L' u that is solved already. */
  private double behind(int i, double[] u) {
    double sum = 0;
    for (int k = i + 1; k < u.length; k++) {
      sum += square[k][i] * u[k];
    }
    return sum;
  }
}

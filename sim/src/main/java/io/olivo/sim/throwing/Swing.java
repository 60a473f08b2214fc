package io.olivo.sim.throwing;

import io.olivo.learning.HotPath;

/**
 * The path of a throw: both joints go from home over an amplitude of their own, by minimum jerk.
 *
 * <pre>
 * q = home + A s^3 (10 - 15 s + 6 s^2),   s = t / T
 * </pre>
 *
 * <p>Source: Flash and Hogan (1985), J Neurosci 5:1688.
 */
@HotPath
final class Swing {
  /** Where a throw begins: upper arm behind, elbow a little bent [rad]. */
  static final double[] HOME = {-.9, .3};

  /** Of a throw of middle length [rad]. */
  static final double[] USUAL = {2.2, .9};

  /** How long it takes, T [s]. */
  static final double SECONDS = .6;

  private static final int JOINTS = 2;

  private final double[] amplitude = new double[JOINTS]; // A [joint] rad

  /** Sets the amplitudes [joint] rad. */
  void set(double shoulder, double elbow) {
    amplitude[0] = shoulder;
    amplitude[1] = elbow;
  }

  /**
   * The path at a time.
   *
   * @param seconds since it began; before that it stays at home
   * @param desired filled: positions, velocities, accelerations [3 * joint] rad, s
   */
  void at(double seconds, double[] desired) {
    double s = Math.clamp(seconds / SECONDS, 0, 1);
    double rest = 1 - s;
    double place = s * s * s * (10 - 15 * s + 6 * s * s);
    double speed = 30 * s * s * rest * rest / SECONDS;
    double growth = 60 * s * rest * (1 - 2 * s) / (SECONDS * SECONDS);
    for (int i = 0; i < JOINTS; i++) {
      desired[i] = HOME[i] + amplitude[i] * place;
      desired[JOINTS + i] = amplitude[i] * speed;
      desired[2 * JOINTS + i] = amplitude[i] * growth;
    }
  }
}

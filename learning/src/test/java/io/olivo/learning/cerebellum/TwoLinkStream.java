package io.olivo.learning.cerebellum;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;

/**
 * Random states of a two-link arm with friction, and the torques that they need; in the arm's own
 * units, so nothing is scaled. Equations: Spong, Hutchinson and Vidyasagar (2006), sec. 7.3.
 */
public final class TwoLinkStream {
  public final double[] input = new double[6]; // positions [rad], velocities [rad/s], accelerations
  public final double[] torque = new double[2]; // [N m]

  private final Chance chance;
  private final double noise; // of the torques' usual size

  /** An endless stream of its own for every seed. */
  public TwoLinkStream(long seed, double noise) {
    chance = new Chance(seed);
    this.noise = noise;
  }

  /** The next state and what it needs. */
  public void next() {
    for (int i = 0; i < 2; i++) {
      input[i] = chance.uniform(-1, 1);
      input[2 + i] = 2 * chance.normal();
      input[4 + i] = 8 * chance.normal();
    }
    double c2 = Elementary.cos(input[1]);
    double s2 = Elementary.sin(input[1]);
    double v1 = input[2];
    double v2 = input[3];
    double m11 = 1.2 + .6 * c2;
    double m12 = .25 + .3 * c2;
    double reach = 4 * Elementary.cos(input[0] + input[1]);
    torque[0] = m11 * input[4] + m12 * input[5] - .3 * s2 * (2 * v1 * v2 + v2 * v2);
    torque[0] += 15 * Elementary.cos(input[0]) + reach + friction(v1) + noisy(15);
    torque[1] = m12 * input[4] + .25 * input[5] + .3 * s2 * v1 * v1;
    torque[1] += reach + friction(v2) + noisy(5);
  }

  private static double friction(double velocity) {
    return .4 * velocity + Elementary.tanh(velocity / .1);
  }

  private double noisy(double size) {
    return noise * size * chance.normal();
  }
}

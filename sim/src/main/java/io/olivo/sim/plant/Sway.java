package io.olivo.sim.plant;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * How something is moved about that nobody controls: 12 sines of random frequency per axis, rms .6
 * rad/s. It is still at first, so that what it carries can be measured, and then begins within a
 * second.
 */
@HotPath
final class Sway {
  private static final int SINES = 12;
  private static final double RMS = .6; // rad/s

  private final double[][] omega; // [axis][sine] rad/s
  private final double[][] phase; // [axis][sine] rad

  Sway(int axes) {
    omega = new double[axes][SINES];
    phase = new double[axes][SINES];
  }

  /** Draws frequencies in U(low, high) [Hz], and phases. */
  void draw(double lowHertz, double highHertz, Chance chance) {
    for (int axis = 0; axis < omega.length; axis++) {
      for (int i = 0; i < SINES; i++) {
        omega[axis][i] = 2 * StrictMath.PI * chance.uniform(lowHertz, highHertz);
        phase[axis][i] = chance.uniform(0, 2 * StrictMath.PI);
      }
    }
  }

  /**
   * Velocity of an axis [rad/s].
   *
   * @param seconds time since the beginning
   * @param still when it begins [s]
   */
  double at(int axis, double seconds, double still) {
    double sum = 0; // of rms sqrt(6)
    for (int i = 0; i < SINES; i++) {
      sum += Elementary.sin(omega[axis][i] * seconds + phase[axis][i]);
    }
    return Math.clamp(seconds - still, 0.0, 1.0) * sum * RMS / Math.sqrt(SINES / 2.0);
  }

  void save(StateWriter out) {
    out.put("plant.omega", omega);
    out.put("plant.phase", phase);
  }

  void load(StateReader in) {
    in.get("plant.omega", omega);
    in.get("plant.phase", phase);
  }
}

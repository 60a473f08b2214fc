package io.olivo.sim.plant;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** How something is moved about that nobody controls: 12 sines of random frequency per axis. */
@HotPath
final class Sway {
  private static final int SINES = 12;

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

  /** The sum of an axis, of rms sqrt(6). */
  double at(int axis, double seconds) {
    double sum = 0;
    for (int i = 0; i < SINES; i++) {
      sum += Elementary.sin(omega[axis][i] * seconds + phase[axis][i]);
    }
    return sum;
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

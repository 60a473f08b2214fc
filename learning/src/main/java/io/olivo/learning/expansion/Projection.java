package io.olivo.learning.expansion;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * What dense units have in common: each sees all inputs along a direction of its own, from an
 * intercept of its own.
 *
 * <pre>
 * p_i = a_i . x - th_i
 * </pre>
 *
 * <p>Shapes: x d, a [unit][d], th [unit]. Cost: N d.
 */
@HotPath
final class Projection {
  private final String name;
  private final double[][] direction; // a [unit][input]
  private final double[] intercept; // th [unit]

  /** Drawn by the expansion; the arrays are kept. */
  Projection(String name, double[][] direction, double[] intercept) {
    this.name = name;
    this.direction = direction;
    this.intercept = intercept;
  }

  /** Number of units. */
  int size() {
    return intercept.length;
  }

  /** Fills the first units with p. */
  void fill(double[] inputs, double[] units) {
    for (int i = 0; i < direction.length; i++) {
      double[] a = direction[i];
      double p = -intercept[i];
      for (int j = 0; j < a.length; j++) {
        p += a[j] * inputs[j];
      }
      units[i] = p;
    }
  }

  void save(StateWriter out) {
    out.put(out.name(name, ".direction"), direction);
    out.put(out.name(name, ".intercept"), intercept);
  }

  void load(StateReader in) {
    in.get(in.name(name, ".direction"), direction);
    in.get(in.name(name, ".intercept"), intercept);
  }
}

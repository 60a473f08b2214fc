package io.olivo.learning.expansion;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Random hyperbolic tangents of the inputs, then the inputs themselves and 1.
 *
 * <pre>
 * f = [tanh(a_i . x - th_i), x, 1]     a_ij ~ N(0, gain^2),  th_i uniform in (-1, 1)
 * </pre>
 *
 * <p>Shapes: x d, f N + d + 1. A hidden layer that was never trained; the inputs and 1 save it the
 * work of what is linear. Source: Schmidt, Kraaijveld and Duin (1992), Int. Conf. on Pattern
 * Recognition 11:1 (random hidden weights); with the direct links, Pao, Park and Sobajic (1994),
 * Neurocomputing 6:163. Cost: N d and N hyperbolic tangents.
 */
@HotPath
public final class TanhFeatures implements Expansion {
  private final Projection projection;
  private final int inputs;

  /**
   * Draws the features.
   *
   * @param tangents N
   * @param inputs d
   * @param gain how steep they are, 1 for inputs of about [-1, 1]; larger bends more
   * @param chance the source of directions and intercepts
   */
  public TanhFeatures(int tangents, int inputs, double gain, Chance chance) {
    this.inputs = inputs;
    double[][] direction = RandomUnits.normal(tangents, inputs, gain, chance);
    double[] intercept = RandomUnits.uniform(tangents, -1, 1, chance);
    projection = new Projection("tanh", direction, intercept);
  }

  @Override
  public int size() {
    return projection.size() + inputs + 1;
  }

  @Override
  public void fill(double[] x, double[] units) {
    projection.fill(x, units);
    int tangents = projection.size();
    for (int i = 0; i < tangents; i++) {
      units[i] = Elementary.tanh(units[i]);
    }
    System.arraycopy(x, 0, units, tangents, inputs);
    units[tangents + inputs] = 1;
  }

  @Override
  public void save(StateWriter out) {
    projection.save(out);
  }

  @Override
  public void load(StateReader in) {
    projection.load(in);
  }
}

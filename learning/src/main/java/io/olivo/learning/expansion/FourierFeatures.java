package io.olivo.learning.expansion;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Random Fourier features: their inner product is, nearly, the Gaussian kernel.
 *
 * <pre>
 * f_i = sqrt(2/N) cos(w_i . x - b_i)          w_ij ~ N(0, 1/width^2),  b_i uniform in (0, 2 pi)
 * f(x) . f(y) = exp(-|x - y|^2 / (2 width^2)) + O(1/sqrt(N))
 * </pre>
 *
 * <p>So a linear readout of them with prior variance P0 is a Gaussian process of variance P0,
 * nearly, and |f|^2 is about 1 whatever N is. Shapes: x d, f N; width in the unit of x. Source:
 * Rahimi and Recht (2007), Advances in Neural Information Processing Systems 20, algorithm 1.
 * Departs in the sign of b, which is as random. Cost: N d and N cosines.
 */
@HotPath
public final class FourierFeatures implements Expansion {
  private static final double TWO_PI = 2 * Math.PI;

  private final Projection projection;
  private final double amplitude; // sqrt(2/N)

  /**
   * Draws the features.
   *
   * @param units N
   * @param inputs d
   * @param width of the kernel, above 0: how far apart inputs are that have little to do with each
   *     other
   * @param chance the source of frequencies and phases
   */
  public FourierFeatures(int units, int inputs, double width, Chance chance) {
    if (!(width > 0)) {
      throw new IllegalArgumentException(
          "the width of the kernel must be above 0, got " + width + "; start from 1");
    }
    double[][] frequency = RandomUnits.normal(units, inputs, 1 / width, chance);
    double[] phase = RandomUnits.uniform(units, 0, TWO_PI, chance);
    projection = new Projection("fourier", frequency, phase);
    amplitude = Math.sqrt(2.0 / units);
  }

  @Override
  public int size() {
    return projection.size();
  }

  @Override
  public void fill(double[] inputs, double[] units) {
    projection.fill(inputs, units);
    for (int i = 0; i < units.length; i++) {
      units[i] = amplitude * Elementary.cos(units[i]);
    }
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

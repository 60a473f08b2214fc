package io.olivo.learning.expansion;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Rectified tuning curves with random preferred directions and intercepts.
 *
 * <pre>
 * f_i = min(1.5, max(0, a_i . x - th_i))    |a_i| = 1,  th_i = quantile U of a_i . x, x ~ N(0, .6^2)
 * </pre>
 *
 * <p>Source: Eliasmith and Anderson (2003), Neural Engineering, ch. 2 (rate neurons).
 */
@HotPath
public final class TuningCurves implements Expansion {
  private static final double CEILING = 1.5;

  private final Projection projection;

  /**
   * Draws the curves.
   *
   * @param units how many
   * @param inputs d
   * @param chance the source of directions and intercepts
   */
  public TuningCurves(int units, int inputs, Chance chance) {
    double[][] direction = new double[units][];
    double[] intercept = new double[units];
    for (int i = 0; i < units; i++) {
      direction[i] = RandomUnits.direction(inputs, chance);
      intercept[i] = RandomUnits.threshold(direction[i], chance.uniform(), chance);
    }
    projection = new Projection("curves", direction, intercept);
  }

  @Override
  public int size() {
    return projection.size();
  }

  @Override
  public void fill(double[] inputs, double[] units) {
    projection.fill(inputs, units);
    for (int i = 0; i < units.length; i++) {
      double drive = units[i];
      units[i] = drive <= 0 ? 0 : drive >= CEILING ? CEILING : drive;
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

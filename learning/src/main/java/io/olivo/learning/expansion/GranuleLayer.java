package io.olivo.learning.expansion;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Sparse random expansion: each granule sees four inputs and fires above its threshold.
 *
 * <pre>
 * g_i = min(1.5, max(0, a_i . x[4 random inputs] - th_i))     |a_i| = 1
 * th_i = quantile 1 - .1 (.3 + 1.4 U) of a_i . x              x ~ N(0, .6^2)
 * </pre>
 *
 * <p>Computed input by input for all granules at once, with zeros where there is no wire: up to
 * some forty inputs that is faster than following the wires. Cost: N d. Source: Litwin-Kumar et al.
 * (2017), Neuron 93:1153, for the in-degree of four.
 */
@HotPath
public final class GranuleLayer implements Expansion {
  private static final int FAN_IN = 4;
  private static final double DENSITY = .1;
  private static final double CEILING = 1.5;

  private final int[][] source; // [granule][fan-in] input
  private final double[][] weight; // [granule][fan-in]
  private final double[] threshold; // [granule]
  private final double[][] column; // [input][granule] the same weights, 0 where there is no wire

  /**
   * Draws the wiring.
   *
   * @param granules how many, 0 for none
   * @param inputs d
   * @param chance the source of wiring and thresholds
   */
  public GranuleLayer(int granules, int inputs, Chance chance) {
    int fanIn = Math.min(FAN_IN, inputs);
    source = new int[granules][];
    weight = new double[granules][];
    threshold = new double[granules];
    for (int i = 0; i < granules; i++) {
      source[i] = RandomUnits.choose(fanIn, inputs, chance);
      weight[i] = RandomUnits.direction(fanIn, chance);
      double quantile = 1 - DENSITY * (.3 + 1.4 * chance.uniform());
      threshold[i] = RandomUnits.threshold(weight[i], quantile, chance);
    }
    column = new double[inputs][granules];
    spread();
  }

  private void spread() {
    for (double[] c : column) {
      Arrays.fill(c, 0);
    }
    for (int i = 0; i < source.length; i++) {
      for (int j = 0; j < source[i].length; j++) {
        column[source[i][j]][i] = weight[i][j];
      }
    }
  }

  @Override
  public int size() {
    return source.length;
  }

  @Override
  public void save(StateWriter out) {
    out.put("granules.weight", weight);
    out.put("granules.threshold", threshold);
    RandomUnits.save(out, "granules.source", source);
  }

  @Override
  public void load(StateReader in) {
    in.get("granules.weight", weight);
    in.get("granules.threshold", threshold);
    RandomUnits.load(in, "granules.source", source);
    spread();
  }

  @Override
  public void fill(double[] inputs, double[] units) {
    Rows.combine(units, inputs, column);
    for (int i = 0; i < units.length; i++) {
      units[i] = Math.min(CEILING, Math.max(0, units[i] - threshold[i]));
    }
  }
}

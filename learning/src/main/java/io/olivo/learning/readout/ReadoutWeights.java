package io.olivo.learning.readout;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;

/**
 * Weights from the units of an expansion to some outputs, and the rule that moves them.
 *
 * <pre>
 * y_j = w_j . f
 * w_j = w_j + s e_j v          {@link ReadoutRule}
 * </pre>
 *
 * <p>A sample with a unit or an error that is no number, or beyond 1e12, teaches nothing. Shapes: f
 * and v N, w [output][N]; y and e in the unit of what is predicted.
 */
@HotPath
public final class ReadoutWeights implements Stateful {
  private static final double LARGEST = 1e12; // of a unit or an error that may be believed

  private final double[][] weight; // w [output][unit]
  private final ReadoutRule rule;

  /**
   * A readout that knows nothing yet.
   *
   * @param units N
   * @param outputs how many
   * @param rule made for N units
   */
  public ReadoutWeights(int units, int outputs, ReadoutRule rule) {
    weight = new double[outputs][units];
    this.rule = rule;
  }

  /** {@return number of outputs} */
  public int outputs() {
    return weight.length;
  }

  /**
   * Predicts all outputs.
   *
   * @param f the units [unit]
   * @param y filled [output]
   */
  public void predict(double[] f, double[] y) {
    for (int j = 0; j < weight.length; j++) {
      double sum = 0;
      for (int i = 0; i < f.length; i++) {
        sum += weight[j][i] * f[i];
      }
      y[j] = sum;
    }
  }

  /**
   * Learns one sample.
   *
   * @param f the units [unit]
   * @param error e [output]
   * @return whether it could be believed
   */
  public boolean learn(double[] f, double[] error) {
    if (!Rows.areWithin(error, LARGEST) || !Rows.areWithin(f, LARGEST)) {
      return false;
    }
    double step = rule.step(f);
    double[] direction = rule.direction(f);
    for (int j = 0; j < weight.length; j++) {
      move(weight[j], step * error[j], direction);
    }
    return true;
  }

  private static void move(double[] row, double move, double[] direction) {
    for (int i = 0; i < row.length; i++) {
      row[i] += move * direction[i];
    }
  }

  @Override
  public void save(StateWriter out) {
    out.put("weights", weight);
    rule.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.get("weights", weight);
    rule.load(in);
  }
}

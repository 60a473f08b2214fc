package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * What every remembered readout predicts, and how far off it is.
 *
 * <pre>
 * s_c,j = EMA_40ms(y_j - pred_c,j)      [slot][output]
 * </pre>
 */
@HotPath
final class SlotErrors {
  private final double rate;
  private final double[][] prediction; // [slot][output]
  private final double[][] slow; // s [slot][output]

  SlotErrors(int slots, int outputs, double dtSeconds) {
    rate = dtSeconds / SlowError.TAU;
    prediction = new double[slots][outputs];
    slow = new double[slots][outputs];
  }

  /** Follows one slot by one more sample. */
  void follow(int c, Readout slot, double[] y, double[] z, double[] g) {
    for (int j = 0; j < y.length; j++) {
      prediction[c][j] = slot.predict(j, z, g);
      slow[c][j] += rate * (y[j] - prediction[c][j] - slow[c][j]);
    }
  }

  /** sum_j (pred_a,j - pred_b,j)^2 */
  double gap(int a, int b) {
    double sum = 0;
    for (int j = 0; j < prediction[a].length; j++) {
      double difference = prediction[a][j] - prediction[b][j];
      sum += difference * difference;
    }
    return sum;
  }

  /** sum_j s_c,j^2 */
  double power(int c) {
    return SlowError.power(slow[c]);
  }

  /** A slot moves to another place, or begins as a copy. */
  void copy(int from, int to) {
    Rows.copy(slow[from], slow[to]);
  }

  void save(StateWriter out) {
    out.put("bank.errors", slow);
  }

  void load(StateReader in) {
    if (in.has("bank.errors.0")) { // older files begin without
      in.get("bank.errors", slow);
    }
  }
}

package io.olivo.sim.train;

import io.olivo.learning.credit.NetTrainer;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import java.util.Arrays;

/**
 * Percent right, or normalised mean squared error: the squared error over that of predicting the
 * mean of the rows judged.
 */
final class RuleJudge {
  private final Samples.Part rows;
  private final double[] output;
  private final double[] sum; // of the targets [output]
  private double squares; // of the targets
  private double errors;
  private int right;
  private int count;

  RuleJudge(Samples.Part rows) {
    this.rows = rows;
    output = new double[rows.outputs()];
    sum = new double[rows.outputs()];
  }

  /** Predicts all rows as the rule does, and forgets what was judged before. */
  double judge(NetTrainer trainer) {
    clear();
    Mat input = trainer.input();
    Kernels kernels = trainer.kernels();
    for (int from = 0; from < rows.size(); from += input.rows()) {
      int some = Math.min(input.rows(), rows.size() - from);
      for (int n = 0; n < input.rows(); n++) {
        kernels.put(input, n, rows.x(from + Math.min(n, some - 1)));
      }
      trainer.predict();
      for (int n = 0; n < some; n++) {
        add(trainer, n, from + n);
      }
    }
    return result();
  }

  private void clear() {
    Arrays.fill(sum, 0);
    squares = 0;
    errors = 0;
    right = 0;
    count = 0;
  }

  /** Adds a prediction just made, of one sample for one row. */
  void add(NetTrainer trainer, int sample, int row) {
    trainer.kernels().get(trainer.output(), sample, output);
    count++;
    int best = 0;
    for (int j = 0; j < output.length; j++) {
      double target = rows.y(row)[j];
      errors += (output[j] - target) * (output[j] - target);
      squares += target * target;
      sum[j] += target;
      best = output[j] > output[best] ? j : best;
    }
    right += best == rows.label(row) ? 1 : 0;
  }

  double result() {
    if (rows.hasClasses()) {
      return 100.0 * right / count;
    }
    double ofMean = squares;
    for (double total : sum) {
      ofMean -= total * total / count;
    }
    return errors / ofMean;
  }
}

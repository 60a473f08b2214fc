package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a rule proposes for one step, over many draws of its noise: mean and variance. */
final class Draws {
  private final int count;
  private final double[] sum; // of every weight and bias
  private final double[] squares;

  private Draws(int count, int parameters) {
    this.count = count;
    sum = new double[parameters];
    squares = new double[parameters];
  }

  /** Observes once and teaches as often as said. */
  static Draws of(TinyTask task, CreditRule rule, Lesson lesson, int count) {
    task.observe(rule);
    Draws draws = new Draws(count, flat(new Gradients(task.net()), task).length);
    for (int k = 0; k < count; k++) {
      rule.teach(lesson);
      draws.add(flat(task.emitted(rule), task));
    }
    return draws;
  }

  private void add(double[] gradient) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += gradient[i];
      squares[i] += gradient[i] * gradient[i];
    }
  }

  /** All weights, then all biases, layer by layer. */
  static double[] flat(Gradients gradients, TinyTask task) {
    List<double[]> rows = new ArrayList<>();
    for (int l = 1; l <= task.net().layers(); l++) {
      rows.addAll(List.of(gradients.weights(l)));
      rows.add(gradients.biases(l));
    }
    return rows.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** Every parameter's mean is within four standard errors of the right gradient. */
  void checkMean(double[] right) {
    checkMean(right, 1e-6);
  }

  /** The same, with a mean that may be wrong by so much. */
  void checkMean(double[] right, double bias) {
    for (int i = 0; i < sum.length; i++) {
      double mean = sum[i] / count;
      double error = Math.sqrt(variance(i) / count);
      assertTrue(Math.abs(mean - right[i]) <= 4 * error + bias, mean + " for " + right[i]);
    }
  }

  private double variance(int i) {
    double mean = sum[i] / count;
    return Math.max(0, squares[i] / count - mean * mean);
  }

  /** Summed over all parameters. */
  double variance() {
    double all = 0;
    for (int i = 0; i < sum.length; i++) {
      all += variance(i);
    }
    return all;
  }

  /** tan of the angle between the mean and the right gradient. */
  double tan(double[] right) {
    double dot = 0;
    double mine = 0;
    double theirs = 0;
    for (int i = 0; i < sum.length; i++) {
      dot += sum[i] * right[i];
      mine += sum[i] * sum[i];
      theirs += right[i] * right[i];
    }
    double cos = dot / Math.sqrt(mine * theirs);
    return Math.sqrt(1 / (cos * cos) - 1);
  }
}

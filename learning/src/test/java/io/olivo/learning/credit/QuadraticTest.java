package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Perturbation of parameters on L = |theta - theta*|^2 / 2 with P = 160 parameters.
 *
 * <pre>
 * normal noise  E |d+|^2 = |d|^2 (1 - 2 eta + eta^2 (P + 2))     best eta = 1 / (P + 2)
 * signs         E |d+|^2 = |d|^2 (1 - 2 eta + eta^2 P)           best eta = 1 / P
 * trials to a thousandth = ln 1000 / eta
 * </pre>
 *
 * <p>A linear layer has that loss when its inputs, with a 1 for the bias, are the rows of a
 * Hadamard matrix.
 */
class QuadraticTest {
  private static final int ROWS = 16;
  private static final int OUTPUTS = 10;
  private static final int PARAMETERS = ROWS * OUTPUTS;

  @ParameterizedTest
  @CsvSource({"WEIGHT_PERTURBATION, 162", "SIMULTANEOUS_PERTURBATION, 160"})
  void theOptimumIsReachedInTheTheoreticalNumberOfTrials(CreditRules rule, double inverseRate) {
    double theory = inverseRate * StrictMath.log(1000);
    double trials = 0;
    for (int seed = 1; seed <= 5; seed++) {
      trials += trials(rule, 1 / inverseRate, seed) / 5.0;
    }
    assertEquals(1, trials / theory, .1, "trials " + trials + ", in theory " + theory);
  }

  private static int trials(CreditRules rule, double rate, long seed) {
    Kernels kernels = new DoubleRows();
    NetSpec spec = NetSpec.of(List.of(ROWS - 1, OUTPUTS), Activation.LINEAR, Loss.SQUARED);
    DenseNet net = new DenseNet(spec, kernels, new Chance(seed));
    NetTrainer trainer =
        new NetTrainer(net, rule.maker(), StepSizes.plain(rate), ROWS, new Chance(seed + 100));
    for (int n = 0; n < ROWS; n++) {
      kernels.put(trainer.input(), n, hadamardRow(n));
    }
    kernels.fillNormal(trainer.target(), new Chance(seed + 200), 1);
    double first = loss(trainer, kernels);
    int trials = 0;
    while (loss(trainer, kernels) > first / 1000 && trials < 10 * PARAMETERS * 7) {
      trainer.predict();
      trainer.learn();
      trials++;
    }
    return trials;
  }

  /** Row n without its first 1, which the bias is. */
  private static double[] hadamardRow(int n) {
    double[] row = new double[ROWS - 1];
    for (int i = 1; i < ROWS; i++) {
      row[i - 1] = Integer.bitCount(n & i) % 2 == 0 ? 1 : -1;
    }
    return row;
  }

  /** 16 rows for 16 parameters an output: the least loss is 0. */
  private static double loss(NetTrainer trainer, Kernels kernels) {
    double[][] o = Gradients.array(kernels, trainer.predict());
    double[][] y = Gradients.array(kernels, trainer.target());
    double sum = 0;
    for (int n = 0; n < o.length; n++) {
      for (int j = 0; j < o[n].length; j++) {
        sum += (o[n][j] - y[n][j]) * (o[n][j] - y[n][j]);
      }
    }
    return sum / (2 * ROWS);
  }
}

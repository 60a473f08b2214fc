package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecorrelationTest {
  private static final int INPUTS = 6;
  private static final int SAMPLES = 50;
  private static final double ALPHA = .05;

  @Test
  void theStepIsThatOfTheFormula() {
    checkStep(new DoubleRows());
  }

  @Test
  void theTransposeOfTheMatrixIsSeen() {
    Kernels faulty = Mutation.SWAPPED_TRANSPOSE.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkStep(faulty));
  }

  /** C with its diagonal, no correlation at all, the sign turned, and raw inputs for z. */
  @ParameterizedTest
  @ValueSource(strings = {"scaleColumns", "addOuter", "timesTransposed", "bound"})
  void anythingLeftOutIsSeen(String operation) {
    Kernels faulty = new Without(operation).of(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkStep(faulty));
  }

  /** Four steps, so that R is no longer symmetric; one input is so large that it is bounded. */
  private static void checkStep(Kernels kernels) {
    Decorrelation decorrelation = new Decorrelation(kernels, SAMPLES, 3, 3, ALPHA);
    double[][] r = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    Mat x = kernels.mat(SAMPLES, 3);
    Mat z = kernels.mat(SAMPLES, 3);
    for (int step = 0; step < 4; step++) {
      double[][] plain = correlated(kernels, x, new Chance(step), 3);
      plain[0][0] = 30;
      kernels.put(x, 0, plain[0]);
      decorrelation.apply(x, z);
      decorrelation.learn(z);
      r = stepped(r, bounded(product(plain, r)));
    }
    double[][] learned = Gradients.array(kernels, decorrelation.r(0));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(r[i][j], learned[i][j], 1e-12);
      }
    }
  }

  private static double[][] bounded(double[][] z) {
    for (double[] row : z) {
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.clamp(row[j], -10, 10);
      }
    }
    return z;
  }

  /** R - alpha R (C - diag C), by plain loops. */
  private static double[][] stepped(double[][] r, double[][] z) {
    int n = r.length;
    double[][] c = new double[n][n];
    for (double[] row : z) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          c[i][j] += i == j ? 0 : row[i] * row[j] / z.length;
        }
      }
    }
    double[][] change = product(r, c);
    double[][] next = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        next[i][j] = r[i][j] - ALPHA * change[i][j];
      }
    }
    return next;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] y = new double[a.length][b[0].length];
    for (int n = 0; n < a.length; n++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int i = 0; i < b.length; i++) {
          y[n][j] += a[n][i] * b[i][j];
        }
      }
    }
    return y;
  }

  /** Inputs that share a part: x_i = n_i + 2 s. */
  private static double[][] correlated(Kernels kernels, Mat x, Chance chance, int inputs) {
    double[][] rows = new double[SAMPLES][inputs];
    for (int n = 0; n < SAMPLES; n++) {
      double shared = 2 * chance.normal();
      for (int i = 0; i < inputs; i++) {
        rows[n][i] = shared + chance.normal();
      }
      kernels.put(x, n, rows[n]);
    }
    return rows;
  }

  /** Only within blocks; between them the correlation stays. */
  @Test
  void correlationsWithinABlockDieOut() {
    Kernels kernels = new DoubleRows();
    Decorrelation decorrelation = new Decorrelation(kernels, SAMPLES, INPUTS, 3, .01);
    Mat x = kernels.mat(SAMPLES, INPUTS);
    Mat z = kernels.mat(SAMPLES, INPUTS);
    Chance chance = new Chance(7);
    double[][] c = new double[INPUTS][INPUTS];
    for (int step = 0; step < 3000; step++) {
      correlated(kernels, x, chance, INPUTS);
      decorrelation.apply(x, z);
      decorrelation.learn(z);
      if (step >= 2000) {
        addCorrelations(c, Gradients.array(kernels, z));
      }
    }
    for (int i = 0; i < INPUTS; i++) {
      for (int j = 0; j < i; j++) {
        double correlation = Math.abs(c[i][j]) / Math.sqrt(c[i][i] * c[j][j]);
        boolean sameBlock = i / 3 == j / 3;
        assertTrue(
            sameBlock ? correlation < .08 : correlation > .1, i + " " + j + " " + correlation);
      }
    }
  }

  private static void addCorrelations(double[][] c, double[][] z) {
    for (double[] row : z) {
      for (int i = 0; i < c.length; i++) {
        for (int j = 0; j < c.length; j++) {
          c[i][j] += row[i] * row[j];
        }
      }
    }
  }

  @Test
  void beforeItHasLearnedTheRuleIsNodePerturbationOfLayers() {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.CROSS_ENTROPY);
    Gradients plain =
        task.gradients(LayerNodePerturbation.of(LayerNodePerturbation.Plan.ofLoss(2)));
    Gradients decorrelated =
        task.gradients(
            (net, samples, chance) ->
                new DecorrelatedNodePerturbation(net, samples, chance, 2, ALPHA));
    assertEquals(0, decorrelated.relativeError(plain));
  }

  /** dL/dW_1 = R' dL/d(R W_1): the mean of the draws against backprop of the net with R W_1. */
  @Test
  void theMeanOfManyDrawsIsTheGradientThroughTheMatrix() {
    checkMean(new DoubleRows());
  }

  @Test
  void rawInputsInTheUpdateAreSeen() {
    assertThrows(
        AssertionError.class, () -> checkMean(new Without("putColumns").of(new DoubleRows())));
  }

  private static void checkMean(Kernels kernels) {
    TinyTask task = TinyTask.of(kernels, Loss.CROSS_ENTROPY);
    int samples = TinyTask.SAMPLES;
    DecorrelatedNodePerturbation rule =
        new DecorrelatedNodePerturbation(task.net(), samples, new Chance(3), 1, .2);
    task.observe(rule);
    rule.maintain();
    rule.observe();
    rule.maintain();
    double[][] r = Gradients.array(kernels, rule.decorrelation().r(0));
    TinyTask folded = TinyTask.of(new DoubleRows(), Loss.CROSS_ENTROPY);
    double[][] w = product(r, Gradients.array(folded.kernels(), folded.net().weight(1)));
    for (int i = 0; i < w.length; i++) {
      folded.kernels().put(folded.net().weight(1), i, w[i]);
    }
    double[] right = Draws.flat(folded.backprop(), folded);
    double[][] first = product(transposed(r), folded.backprop().weights(1));
    for (int i = 0; i < first.length; i++) {
      System.arraycopy(first[i], 0, right, i * first[i].length, first[i].length);
    }
    Draws.of(task, rule, task.lesson(), 2500).checkMean(right, 1e-4); // the noise is not so small
  }

  private static double[][] transposed(double[][] rows) {
    double[][] cols = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < cols.length; j++) {
        cols[j][i] = rows[i][j];
      }
    }
    return cols;
  }

  @Test
  void blocksAreAsEqualAsTheyCanBe() {
    Kernels kernels = new DoubleRows();
    for (int inputs : List.of(1, 64, 100, 784)) {
      Decorrelation decorrelation = new Decorrelation(kernels, 1, inputs, 112, ALPHA);
      int blocks = Math.max(1, Math.round(inputs / 112f));
      int all = 0;
      for (int k = 0; k < blocks; k++) {
        all += decorrelation.r(k).rows();
        assertEquals((double) inputs / blocks, decorrelation.r(k).rows(), 1);
      }
      assertEquals(inputs, all);
    }
  }
}

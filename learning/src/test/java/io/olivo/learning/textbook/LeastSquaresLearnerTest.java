package io.olivo.learning.textbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.olivo.learning.Chance;
import io.olivo.learning.Learner;
import io.olivo.learning.cerebellum.ProductExpansion;
import io.olivo.learning.snapshot.StateReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LeastSquaresLearnerTest {
  private static final int INPUTS = 3;
  private static final int UNITS = 10; // 1, three inputs, six products
  private static final double PRIOR = 4;

  private final Chance chance = new Chance(5);

  private static Learner learner(double forgetting) {
    return new LeastSquaresLearner(
        new Plain(INPUTS), new ProductExpansion(INPUTS), 2, PRIOR, forgetting);
  }

  private double[] sample() {
    double[] x = new double[INPUTS];
    Arrays.setAll(x, i -> chance.normal());
    return x;
  }

  private static double[] units(double[] x) {
    return new double[] {
      1,
      x[0],
      x[1],
      x[2],
      x[0] * x[0],
      x[0] * x[1],
      x[0] * x[2],
      x[1] * x[1],
      x[1] * x[2],
      x[2] * x[2]
    };
  }

  private static double[] weights(Learner learner, int output) {
    double[] w = new double[UNITS];
    new StateReader(Plain.saved(learner).bytes()).get("weights." + output, w);
    return w;
  }

  /** Normal equations (F'F + I/P0) w = F'y hold for the weights, to rounding. */
  @Test
  void weightsSolveTheNormalEquationsOfTheWholeStream() {
    Learner learner = learner(1);
    double[][] gram = new double[UNITS][UNITS];
    double[][] moment = new double[2][UNITS];
    for (int i = 0; i < UNITS; i++) {
      gram[i][i] = 1 / PRIOR;
    }
    for (int n = 0; n < 300; n++) {
      double[] x = sample();
      double[] f = units(x);
      double[] y = {2 * x[0] * x[1] + chance.normal(), 1 - x[2] + chance.normal()};
      double[] u = Plain.act(learner, x);
      Plain.teach(learner, u, y[0] - u[0], y[1] - u[1]);
      for (int i = 0; i < UNITS; i++) {
        for (int j = 0; j < UNITS; j++) {
          gram[i][j] += f[i] * f[j];
        }
        moment[0][i] += f[i] * y[0];
        moment[1][i] += f[i] * y[1];
      }
    }
    for (int output = 0; output < 2; output++) {
      double[] w = weights(learner, output);
      double[] left = new double[UNITS];
      Arrays.setAll(left, i -> dot(gram[i], w));
      assertArrayEquals(moment[output], left, 1e-8);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private void live(Learner learner, int ticks, long seed) {
    Chance stream = new Chance(seed);
    for (int n = 0; n < ticks; n++) {
      double[] x = {stream.normal(), stream.normal(), stream.normal()};
      double[] u = Plain.act(learner, x);
      Plain.teach(learner, u, x[0] - u[0], x[1] * x[2] - u[1]);
    }
  }

  @Test
  void savedInMidStreamItGoesOnBitForBit() {
    Learner learner = learner(.9999);
    live(learner, 100, 1);
    Learner other = learner(.9999);
    Plain.copy(learner, other);
    live(learner, 100, 2);
    live(other, 100, 2);
    assertEquals(Plain.digest(learner), Plain.digest(other));
  }

  @Test
  void frozenOrTaughtNonsenseItKeepsWeightsAndCovariance() {
    Learner learner = learner(.9999);
    live(learner, 20, 1);
    String before = Plain.digest(learner);
    learner.freeze(true);
    live(learner, 20, 2);
    assertEquals(before, Plain.digest(learner));
    learner.freeze(false);
    Plain.act(learner, 1, 2, 3);
    Plain.teach(learner, new double[2], 1, Double.NaN);
    Plain.act(learner, Double.POSITIVE_INFINITY, 2, 3);
    Plain.teach(learner, new double[2], 1, 1);
    Plain.act(learner, 1e200, 2, 3);
    Plain.teach(learner, new double[2], 1, 1);
    assertEquals(before, Plain.digest(learner));
    live(learner, 1, 3);
    assertNotEquals(before, Plain.digest(learner));
  }

  @Test
  void benchArmOfTenInputsHasSixtySixProducts() {
    assertEquals(66, new ProductExpansion(10).size());
    double[] x = {2, 3, 5};
    double[] f = new double[UNITS];
    new ProductExpansion(INPUTS).fill(x, f);
    assertArrayEquals(units(x), f);
  }
}

package io.olivo.learning.readout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.LinearEquations;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecursiveLeastSquaresTest {
  private static final int K = 7;
  private static final double[] PRIOR = {30, 30, 30, .9, .9, .9, .9};

  private final Chance chance = new Chance(1);

  private double[] sample() {
    double[] z = new double[K];
    Arrays.setAll(z, i -> chance.normal());
    return z;
  }

  private static double[][] covariance(RecursiveLeastSquares squares) {
    StateWriter out = new StateWriter("p");
    squares.save(out, "rls");
    double[][] p = new double[K][K];
    new StateReader(out.bytes()).get("rls.covariance", p);
    return p;
  }

  @Test
  void weightsAreThoseOfBatchRidgeRegressionWhenNothingIsForgotten() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(PRIOR, 1);
    double[] w = new double[K];
    double[][] gram = new double[K][K]; // Z'Z + P0^-1
    double[] moment = new double[K]; // Z'y
    for (int i = 0; i < K; i++) {
      gram[i][i] = 1 / PRIOR[i];
    }
    for (int n = 0; n < 200; n++) {
      double[] z = sample();
      double y = 3 * z[0] - z[4] + .5 * chance.normal();
      squares.look(z);
      double e = y - Rows.dot(w, z);
      Rows.add(w, squares.gain(1, 0) * e, squares.direction());
      squares.absorb(1);
      for (int i = 0; i < K; i++) {
        Rows.add(gram[i], z[i], z);
      }
      Rows.add(moment, y, z);
    }
    assertArrayEquals(
        LinearEquations.solve(gram, moment), w, 1e-10, "two ways to the same regression");
  }

  /** The class's equations, one element after the other. */
  private static void followNaively(double[][] p, double[] z, double noise, double lambda, int i) {
    double[] v = new double[K];
    double q = 0;
    for (int a = 0; a < K; a++) {
      for (int b = 0; b < K; b++) {
        v[a] += p[a][b] * z[b];
      }
      q += v[a] * z[a];
    }
    for (int a = 0; a < K; a++) {
      for (int b = 0; b < K; b++) {
        p[a][b] = (p[a][b] - v[a] * v[b] / (noise + q)) / lambda;
      }
    }
    double r = (1 - lambda) * K / PRIOR[i];
    double[] c = p[i].clone();
    for (int a = 0; a < K; a++) {
      for (int b = 0; b < K; b++) {
        p[a][b] -= c[a] * c[b] * r / (1 + r * c[i]);
      }
    }
  }

  @Test
  void covarianceIsThatOfTheEquationsAndExactlySymmetric() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(PRIOR, .99);
    double[][] p = covariance(squares);
    for (int n = 0; n < 100; n++) {
      double[] z = sample();
      squares.look(z);
      squares.absorb(1 + n % 3);
      followNaively(p, z, 1 + n % 3, .99, (n + 1) % K);
    }
    double[][] computed = covariance(squares);
    for (int a = 0; a < K; a++) {
      assertArrayEquals(p[a], computed[a], 1e-12);
      for (int b = 0; b < a; b++) {
        assertEquals(computed[a][b], computed[b][a], "the same bits on both sides");
      }
    }
  }

  @Test
  void covarianceIsTheInverseOfTheGramMatrixWhenNothingIsForgotten() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(PRIOR, 1);
    double[][] gram = new double[K][K];
    for (int i = 0; i < K; i++) {
      gram[i][i] = 1 / PRIOR[i];
    }
    for (int n = 0; n < 100; n++) {
      double[] z = sample();
      double noise = 1 + chance.uniform();
      squares.look(z);
      squares.absorb(noise);
      for (int i = 0; i < K; i++) {
        Rows.add(gram[i], z[i] / noise, z);
      }
    }
    double[][] p = covariance(squares);
    for (int i = 0; i < K; i++) {
      double[] unit = new double[K];
      unit[i] = 1;
      assertArrayEquals(LinearEquations.solve(gram, unit), p[i], 1e-12);
    }
  }

  @Test
  void covarianceStaysExactlySymmetric() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(PRIOR, .9999);
    for (int n = 0; n < 20_000; n++) {
      squares.look(sample());
      squares.absorb(1 + 10 * chance.uniform());
      if (n % 5000 == 0) {
        squares.doubt(.03);
      }
    }
    double[][] p = covariance(squares);
    for (int i = 0; i < K; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(p[i][j], p[j][i]); // to the last bit
      }
    }
  }

  /** Inputs a million times too large leave q positive wherever one looks afterwards. */
  @Test
  void covarianceStaysPositiveAfterInputsOfAnySize() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(PRIOR, .9999);
    for (int n = 0; n < 20_000; n++) {
      double scale = StrictMath.pow(10, chance.uniform(-300, 12));
      double[] z = sample();
      Arrays.setAll(z, i -> z[i] * scale);
      squares.look(z);
      squares.absorb(1);
    }
    double[][] p = covariance(squares);
    for (int n = 0; n < 1000; n++) {
      double[] z = sample();
      double q = 0;
      for (int i = 0; i < K; i++) {
        q += z[i] * Rows.dot(p[i], z);
      }
      assertTrue(q > 0, "q = " + q);
    }
  }

  @Test
  void covarianceThatIsNoneGoesBackToThePrior() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(PRIOR, .9999);
    double[][] broken = covariance(squares);
    broken[2][2] = Double.NaN;
    broken[4][4] = -1;
    StateWriter out = new StateWriter("p");
    out.put("rls.covariance", broken);
    out.put("rls.turn", 0L);
    squares.load(new StateReader(out.bytes()));
    squares.look(new double[] {1, 1, 1, 1, 1, 1, 1});
    assertEquals(3 * 30 + 4 * .9, squares.variance(), 1e-12);
  }

  @Test
  void covarianceStaysBoundedAndPositiveOverHoursOfTheSameInput() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(PRIOR, .9999);
    double[] same = {1, .5, -.5, .25, 0, -.25, .5};
    for (int n = 0; n < 100_000; n++) { // 1/.9999^100000 = 22000: what plain forgetting would do
      squares.look(same);
      assertTrue(squares.variance() > 0);
      squares.absorb(1);
    }
    double[][] p = covariance(squares);
    for (int i = 0; i < K; i++) {
      assertTrue(p[i][i] > 0, "P[" + i + "] = " + p[i][i]);
      assertTrue(p[i][i] <= 1.01 * PRIOR[i], "P[" + i + "] = " + p[i][i]);
    }
    for (int n = 0; n < 1000; n++) {
      squares.look(sample());
      assertTrue(squares.variance() > 0, "z'Pz is positive in every direction");
    }
  }

  @Test
  void gainNeverFallsBelowItsFloor() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(PRIOR, 1);
    double[] z = {1, 1, 1, 1, 1, 1, 1};
    for (int n = 0; n < 10_000; n++) {
      squares.look(z);
      squares.absorb(1);
    }
    squares.look(z);
    double floor = .1;
    assertTrue(squares.gain(1, 0) * squares.variance() < 1e-3, "by now it trusts its past");
    assertEquals(floor, squares.gain(1, floor) * squares.variance(), 1e-4, "share of the error");
  }

  @Test
  void doubtGivesBackAPartOfThePrior() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(PRIOR, 1);
    squares.look(sample());
    squares.absorb(1);
    double[][] before = covariance(squares);
    squares.doubt(.03);
    double[][] after = covariance(squares);
    for (int i = 0; i < K; i++) {
      assertEquals(.03 * PRIOR[i], after[i][i] - before[i][i], 1e-12);
    }
    assertEquals(before[0][1], after[0][1]);
  }
}

package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.olivo.learning.Chance;
import io.olivo.learning.Rows;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StreamRegressorTest {
  private static final int FEATURES = 200;

  @Test
  void onePassIsBatchRidgeRegressionWhenNothingIsForgotten() {
    int rows = 64; // all is learned anew from the first 64 rows, under their scales
    int features = 20;
    TwoLinkStream stream = new TwoLinkStream(1, 0);
    StreamRegressor learner = new StreamRegressor(6, 1, features, 1, 5);
    RunningScale scale = new RunningScale(6, rows);
    double[][] in = new double[rows][6];
    double[] torque = new double[rows];
    for (int n = 0; n < rows; n++) {
      stream.next();
      in[n] = stream.input.clone();
      torque[n] = stream.torque[0];
      scale.observe(in[n]);
      learner.learn(in[n], new double[] {torque[n]});
    }
    StreamCode code = new StreamCode(6, features, new Chance(5));
    double[] batch = ridge(in, torque, scale, code);
    for (int n = 0; n < 20; n++) {
      stream.next();
      double[] online = new double[1];
      learner.predict(stream.input, online);
      assertEquals(Rows.dot(batch, code(stream.input, scale, code)), online[0], 1e-6);
    }
  }

  private static double[] code(double[] in, RunningScale scale, StreamCode code) {
    double[] x = new double[in.length];
    double[] z = new double[code.size()];
    scale.scale(in, x);
    code.fill(x, z);
    return z;
  }

  /** (Z'Z + P0^-1)^-1 Z'y by Gauss-Jordan; the matrix is positive definite. */
  private static double[] ridge(double[][] in, double[] y, RunningScale scale, StreamCode code) {
    int k = code.size();
    double[][] a = new double[k][k + 1];
    for (int i = 0; i < k; i++) {
      a[i][i] = 1 / code.prior()[i];
    }
    for (int n = 0; n < y.length; n++) {
      double[] z = Arrays.copyOf(code(in[n], scale, code), k + 1);
      z[k] = y[n];
      for (int i = 0; i < k; i++) {
        Rows.add(a[i], z[i], z);
      }
    }
    for (int c = 0; c < k; c++) {
      for (int r = 0; r < k; r++) {
        if (r != c) {
          Rows.add(a[r], -a[r][c] / a[c][c], a[c].clone());
        }
      }
    }
    double[] w = new double[k];
    Arrays.setAll(w, i -> a[i][k] / a[i][i]);
    return w;
  }

  /** Mean over the outputs of MSE / variance over the next rows, nothing learned. */
  private static double heldOut(StreamRegressor learner, TwoLinkStream stream, int rows) {
    double[] predicted = new double[2];
    double[][] sums = new double[2][3]; // squared error, y, y^2
    for (int n = 0; n < rows; n++) {
      stream.next();
      learner.predict(stream.input, predicted);
      for (int j = 0; j < 2; j++) {
        double error = stream.torque[j] - predicted[j];
        Rows.add(
            sums[j],
            1.0 / rows,
            new double[] {error * error, stream.torque[j], stream.torque[j] * stream.torque[j]});
      }
    }
    double sum = 0;
    for (double[] s : sums) {
      sum += s[0] / (s[2] - s[1] * s[1]);
    }
    return sum / 2;
  }

  private static StreamRegressor learned(TwoLinkStream stream, int rows) {
    StreamRegressor learner = new StreamRegressor(6, 2, FEATURES, 1);
    for (int n = 0; n < rows; n++) {
      stream.next();
      learner.learn(stream.input, stream.torque);
    }
    return learner;
  }

  @Test
  void anArmWithFrictionAndTwoPerCentNoiseIsLearnedToOnePerCentOfItsVariance() {
    TwoLinkStream stream = new TwoLinkStream(1, .02);
    double after = heldOut(learned(stream, 8000), stream, 2000);
    assertTrue(after < .01, "nMSE on unseen rows: " + after);
  }

  @Test
  void unitsAndOffsetsOfTheInputsDoNotMatter() {
    TwoLinkStream stream = new TwoLinkStream(1, .02);
    StreamRegressor learner = new StreamRegressor(6, 2, FEATURES, 1);
    StreamRegressor other = new StreamRegressor(6, 2, FEATURES, 1);
    double[] odd = new double[6];
    double[] one = new double[2];
    double[] two = new double[2];
    for (int n = 0; n < 1000; n++) {
      stream.next();
      Arrays.setAll(odd, i -> 1000 * stream.input[i] - 300);
      learner.predict(stream.input, one);
      other.predict(odd, two);
      assertArrayEquals(one, two, 1e-4);
      learner.learn(stream.input, stream.torque);
      other.learn(odd, stream.torque);
    }
  }

  @Test
  void theMeanIsPredictedUntilTheScalesAreKnown() {
    StreamRegressor learner = new StreamRegressor(1, 1, 10, 1);
    double[] out = new double[1];
    learner.learn(new double[] {1}, new double[] {4});
    learner.learn(new double[] {2}, new double[] {8});
    learner.predict(new double[] {3}, out);
    assertEquals(6, out[0], 1e-12);
  }

  @Test
  void rowsWithNanAreRefusedAndCountedAndChangeNothing() {
    TwoLinkStream stream = new TwoLinkStream(1, .02);
    StreamRegressor learner = learned(stream, 500);
    double[] before = new double[2];
    learner.predict(stream.input, before);
    learner.learn(new double[] {0, Double.NaN, 0, 0, 0, 0}, new double[] {1, 1});
    learner.learn(stream.input, new double[] {1, Double.POSITIVE_INFINITY});
    double[] after = new double[2];
    learner.predict(stream.input, after);
    assertArrayEquals(before, after);
    assertEquals(2, learner.refused());
    learner.predict(new double[] {0, Double.NaN, 0, 0, 0, 0}, after);
    assertTrue(Double.isFinite(after[0]), "a row that cannot be read earns the mean");
  }

  @Test
  void oneWildOutputDoesNotUndoWhatWasLearned() {
    double clean = errorAfterAWildRow(0);
    double glitch = errorAfterAWildRow(1e4);
    assertTrue(glitch < 1.5 * clean, "%.4f, without the glitch %.4f".formatted(glitch, clean));
  }

  /** Root mean square over 500 rows that follow a wild one. */
  private static double errorAfterAWildRow(double wild) {
    TwoLinkStream stream = new TwoLinkStream(4, .02);
    StreamRegressor learner = new StreamRegressor(6, 1, FEATURES, 1);
    double[] out = new double[1];
    for (int n = 0; n < 4000; n++) {
      stream.next();
      learner.learn(stream.input, new double[] {stream.torque[0]});
    }
    stream.next();
    learner.learn(stream.input, new double[] {stream.torque[0] + wild});
    double square = 0;
    for (int n = 0; n < 500; n++) {
      stream.next();
      learner.predict(stream.input, out);
      square += (out[0] - stream.torque[0]) * (out[0] - stream.torque[0]) / 500;
    }
    return Math.sqrt(square);
  }

  @Test
  void outputThatWakesUpIsLearned() {
    TwoLinkStream stream = new TwoLinkStream(4, .02);
    StreamRegressor learner = new StreamRegressor(6, 1, FEATURES, 1);
    double[] out = new double[1];
    double late = 0;
    for (int n = 0; n < 9000; n++) {
      stream.next();
      double torque = n < 300 ? 0 : stream.torque[0];
      learner.predict(stream.input, out);
      late += n < 8000 ? 0 : Math.abs(out[0] - torque) / 1000;
      learner.learn(stream.input, new double[] {torque});
    }
    assertTrue(late < .8, "mean error " + late + " N m");
  }

  @Test
  void aRowAllocatesNothing() {
    TwoLinkStream stream = new TwoLinkStream(1, .02);
    StreamRegressor learner = learned(stream, 5000);
    double[] predicted = new double[2];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int block = 0; block < 4; block++) { // the compiler may still be busy in the first ones
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int n = 0; n < 2000; n++) {
        stream.next();
        learner.predict(stream.input, predicted);
        learner.learn(stream.input, stream.torque);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }
}

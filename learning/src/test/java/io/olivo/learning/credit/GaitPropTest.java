package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaitPropTest {
  private static final NetSpec RANDOM =
      NetSpec.of(List.of(7, 9, 9, 12, 4), Activation.TANH, Loss.CROSS_ENTROPY);
  private static final NetSpec ORTHOGONAL = RANDOM.withOrthogonalWeights();
  private static final int SAMPLES = 8;

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, 1})
  void isBackpropWhereWeightsAreOrthogonal(double ridge) {
    assertEquals(0, error(new DoubleRows(), ORTHOGONAL, ridge), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, .1, 1})
  void isAnotherRuleWhereTheyAreNot(double ridge) {
    assertTrue(error(new DoubleRows(), RANDOM, ridge) > .1);
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeIsNoLongerBackprop(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    NetSpec square = NetSpec.of(TinyTask.WIDTHS, Activation.TANH, Loss.CROSS_ENTROPY);
    assertThrows(
        AssertionError.class,
        () -> assertEquals(0, error(faulty, square.withOrthogonalWeights(), 0), 1e-12));
  }

  private static double error(Kernels kernels, NetSpec spec, double ridge) {
    Gradients backprop = TinyTask.of(new DoubleRows(), spec, SAMPLES).backprop();
    return TinyTask.of(kernels, spec, SAMPLES).gradients(gait(ridge, 1, 0)).relativeError(backprop);
  }

  private static CreditRule.Maker gait(double ridge, int every, double pull) {
    return (net, samples, chance) ->
        new ErrorFeedback(
            net, samples, chance, (bound, own) -> new GaitProp(bound, samples, ridge, every, pull));
  }

  /**
   * The targets of the paper, by plain loops, with steps s; at the curved layer the step is s^2,
   * and so is what is left.
   */
  @Test
  void isTheLimitOfSmallTargets() {
    double coarse = distanceToTargets(1e-2);
    double fine = distanceToTargets(1e-3);
    assertTrue(coarse > 1e-6);
    assertEquals(100, coarse / fine, 1);
  }

  /** Between the changes of b_1 that the rule and that explicit targets ask for. */
  private static double distanceToTargets(double s) {
    NetSpec spec = NetSpec.of(TinyTask.WIDTHS, Activation.TANH, Loss.SQUARED);
    TinyTask task = TinyTask.of(new DoubleRows(), spec, 1);
    double[] told = task.gradients(gait(0, 1, 0)).biases(1);
    HandNet hand = HandNet.of(task);
    double[] target = hand.h(3).clone();
    double scale = 1;
    for (int j = 0; j < target.length; j++) {
      target[j] -= s * hand.error()[j];
    }
    for (int l = 3; l > 1; l--) {
      target = below(task, hand, l, l == 3 ? 1 : s, target);
      scale *= s;
    }
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      double h = hand.h(1)[i];
      double delta = (1 - h * h) * (h - target[i]) / scale;
      sum += (delta - told[i]) * (delta - told[i]);
    }
    return Math.sqrt(sum);
  }

  /** g(h + s f'^2 (t - h)), with g the exact inverse of layer l. */
  private static double[] below(TinyTask task, HandNet hand, int l, double s, double[] target) {
    Kernels kernels = task.kernels();
    double[] drive = new double[target.length];
    double[] bias = Gradients.array(kernels, task.net().bias(l))[0];
    for (int j = 0; j < drive.length; j++) {
      double h = hand.h(l)[j];
      double slope = l == task.net().layers() ? 1 : 1 - h * h;
      double near = h + s * slope * slope * (target[j] - h);
      double inverse = .5 * StrictMath.log((1 + near) / (1 - near));
      drive[j] = (l == task.net().layers() ? near : inverse) - bias[j];
    }
    Mat row = kernels.mat(1, drive.length);
    kernels.put(row, 0, drive);
    Mat p = kernels.mat(TinyTask.WIDTH, TinyTask.WIDTH);
    new RidgeInverse(kernels, TinyTask.WIDTH, TinyTask.WIDTH, 0).invert(task.net().weight(l), p);
    Mat y = kernels.mat(1, TinyTask.WIDTH);
    kernels.timesTransposed(y, row, p);
    return Gradients.array(kernels, y)[0];
  }

  @Test
  void thePullMakesWeightsOrthogonal() {
    DenseNet net = TinyTask.of(new DoubleRows(), RANDOM, SAMPLES).net();
    GaitProp path = new GaitProp(net, SAMPLES, 1, SAMPLES, .1);
    GradientStep step = new GradientStep(net, StepSizes.plain(1));
    double first = crookedness(net.kernels(), net.weight(3));
    for (int k = 0; k < 200; k++) {
      for (int l = 2; l <= net.layers(); l++) {
        path.follow(l, step);
      }
      path.maintain();
    }
    assertTrue(first > 1);
    for (int l = 2; l <= net.layers(); l++) {
      assertEquals(0, crookedness(net.kernels(), net.weight(l)), 1e-3);
    }
  }

  /** |W W'W - W|: 0 where the columns, or the rows of a wide matrix, are orthonormal. */
  private static double crookedness(Kernels kernels, Mat w) {
    double[][] a = Gradients.array(kernels, w);
    double sum = 0;
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        double entry = -a[i][j];
        for (int k = 0; k < w.cols(); k++) {
          for (double[] row : a) {
            entry += a[i][k] * row[k] * row[j];
          }
        }
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum);
  }

  @Test
  void withoutPullItLeavesTheWeightsToTheErrorAlone() {
    TinyTask task = TinyTask.of(new DoubleRows(), ORTHOGONAL, SAMPLES);
    task.gradients(gait(1, 1, 0));
    Gradients nothing = new Gradients(task.net());
    new GaitProp(task.net(), SAMPLES, 1, 1, 0).follow(2, nothing);
    assertEquals(0, nothing.weights(2)[0][0]);
  }

  @Test
  void theInverseIsComputedAnewOnlyNowAndThen() {
    TinyTask task = TinyTask.of(new DoubleRows(), RANDOM, SAMPLES);
    Kernels kernels = task.kernels();
    Inverse path = new Inverse(task.net(), SAMPLES, 1, 3 * SAMPLES, GaitProp.TRAITS);
    Mat d = kernels.mat(SAMPLES, 9);
    kernels.fill(d, 1);
    Mat before = kernels.mat(SAMPLES, 9);
    path.back(2, d, before);
    kernels.scale(task.net().weight(2), 2);
    for (int step = 1; step <= 3; step++) {
      path.maintain();
      Mat now = kernels.mat(SAMPLES, 9);
      path.back(2, d, now);
      kernels.add(now, -1, before);
      assertEquals(step == 3, kernels.dot(now, now) > 0, "after step " + step);
    }
  }
}

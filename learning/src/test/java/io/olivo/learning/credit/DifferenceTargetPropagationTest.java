package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** L = 4: three hidden layers, of which the lower two get their targets over inverses. */
class DifferenceTargetPropagationTest {
  private static final int WIDTH = TinyTask.WIDTH;
  private static final int TOP = 3; // the highest hidden layer
  private static final double STEP = DifferenceTargetPropagation.STEP;

  private static NetSpec spec(Activation hidden) {
    return NetSpec.of(List.of(WIDTH, WIDTH, WIDTH, WIDTH, WIDTH), hidden, Loss.SQUARED);
  }

  private static TinyTask one(Kernels kernels, Activation hidden) {
    return TinyTask.of(kernels, spec(hidden), 1);
  }

  private static DifferenceTargetPropagation rule(TinyTask task) {
    return new DifferenceTargetPropagation(task.net(), task.input().rows(), new Chance(3), .05);
  }

  @Test
  void targetsAreThoseOfTheEquations() {
    checkByHand(new DoubleRows(), false);
  }

  /** It goes back over W' once only, so that it cannot take the wrong layer's. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WRONG_LAYER")
  void aMistakeIsSeenByHand(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkByHand(faulty, false));
  }

  @Test
  void theInverseOfAnotherLayerIsSeenByHand() {
    assertThrows(AssertionError.class, () -> checkByHand(new DoubleRows(), true));
  }

  private static void checkByHand(Kernels kernels, boolean swapped) {
    TinyTask task = one(kernels, Activation.TANH);
    DifferenceTargetPropagation rule = rule(task);
    task.observe(rule);
    rule.maintain(); // so that c is not 0
    Gradients told = task.gradients(rule);
    HandNet hand = HandNet.of(task);
    double[] target = firstTarget(task, hand);
    for (int l = TOP; l >= 1; l--) {
      for (int j = 0; j < WIDTH; j++) {
        double h = hand.h(l)[j];
        double delta = (1 - h * h) * (h - target[j]) / STEP;
        assertEquals(delta, told.biases(l)[j], 1e-12);
        assertEquals(hand.h(l - 1)[2] * delta, told.weights(l)[2][j], 1e-12);
      }
      if (l > 1) {
        target = below(rule, swapped ? 5 - l : l, hand.h(l - 1), hand.h(l), target, kernels);
      }
    }
  }

  /** h - s e W'. */
  private static double[] firstTarget(TinyTask task, HandNet hand) {
    double[][] w = Gradients.array(task.kernels(), task.net().weight(TOP + 1));
    double[] target = hand.h(TOP).clone();
    for (int i = 0; i < WIDTH; i++) {
      for (int j = 0; j < WIDTH; j++) {
        target[i] -= STEP * w[i][j] * hand.error()[j];
      }
    }
    return target;
  }

  /** h_(l-1) + g(t) - g(h). */
  private static double[] below(
      DifferenceTargetPropagation rule,
      int l,
      double[] lower,
      double[] h,
      double[] target,
      Kernels kernels) {
    double[][] v = Gradients.array(kernels, rule.inverse(l));
    double[] c = Gradients.array(kernels, rule.inverseBias(l))[0];
    double[] sent = new double[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      double ofTarget = c[i];
      double ofActivity = c[i];
      for (int j = 0; j < WIDTH; j++) {
        ofTarget += target[j] * v[j][i];
        ofActivity += h[j] * v[j][i];
      }
      sent[i] = lower[i] + StrictMath.tanh(ofTarget) - StrictMath.tanh(ofActivity);
    }
    return sent;
  }

  @Test
  void inALinearNetWithExactInversesItIsTheGaussNewtonStep() {
    TinyTask task = one(new DoubleRows(), Activation.LINEAR);
    Kernels kernels = task.kernels();
    DifferenceTargetPropagation rule = rule(task);
    for (int l = 2; l <= TOP; l++) {
      double[][] turned = new double[WIDTH][WIDTH];
      Mat p = kernels.mat(WIDTH, WIDTH); // W^-1 transposed
      new RidgeInverse(kernels, WIDTH, WIDTH, 0).invert(task.net().weight(l), p);
      double[][] w = Gradients.array(kernels, p);
      for (int i = 0; i < WIDTH; i++) {
        for (int j = 0; j < WIDTH; j++) {
          turned[j][i] = w[i][j];
        }
      }
      put(kernels, rule.inverse(l), turned);
    }
    Gradients told = task.gradients(rule);
    for (int l = 1; l < TOP; l++) {
      double[] step = gaussNewton(task, l, told.biases(TOP));
      assertArrayEquals(step, told.biases(l), 1e-9);
      assertTrue(told.relativeError(l, task.backprop()) > .5, "it is not backprop");
    }
  }

  /** d of d (J J') = u J', with J = W_(l+1) .. W_TOP. */
  private static double[] gaussNewton(TinyTask task, int l, double[] u) {
    double[][] j = Gradients.array(task.kernels(), task.net().weight(l + 1));
    for (int k = l + 2; k <= TOP; k++) {
      j = product(j, Gradients.array(task.kernels(), task.net().weight(k)));
    }
    double[][] square = new double[WIDTH][WIDTH];
    double[] right = new double[WIDTH];
    for (int a = 0; a < WIDTH; a++) {
      for (int k = 0; k < WIDTH; k++) {
        right[a] += u[k] * j[a][k];
        for (int b = 0; b < WIDTH; b++) {
          square[a][b] += j[a][k] * j[b][k];
        }
      }
    }
    return solve(square, right);
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[WIDTH][WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      for (int j = 0; j < WIDTH; j++) {
        for (int k = 0; k < WIDTH; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  /** Gauss and Jordan; the matrix is positive definite. */
  private static double[] solve(double[][] a, double[] x) {
    for (int i = 0; i < WIDTH; i++) {
      for (int k = 0; k < WIDTH; k++) {
        double factor = k == i ? 0 : a[k][i] / a[i][i];
        for (int j = 0; j < WIDTH; j++) {
          a[k][j] -= factor * a[i][j];
        }
        x[k] -= factor * x[i];
      }
    }
    for (int i = 0; i < WIDTH; i++) {
      x[i] /= a[i][i];
    }
    return x;
  }

  @Test
  void overIdentitiesTheDisplacementGoesDownAsItIs() {
    TinyTask task = one(new DoubleRows(), Activation.LINEAR);
    Gradients told = task.gradients(withIdentities(task));
    assertArrayEquals(told.biases(TOP), told.biases(2), 1e-12);
    assertArrayEquals(told.biases(TOP), told.biases(1), 1e-12);
  }

  /** Then h_(l-1) - g(h_l) = 0, and the identity is the transpose, too. */
  @Test
  void whereLayersAreIdentitiesTooThereIsNothingToCorrectAndItIsBackprop() {
    TinyTask task = one(new DoubleRows(), Activation.LINEAR);
    for (int l = 2; l <= TOP; l++) {
      put(task.kernels(), task.net().weight(l), identity());
    }
    DifferenceTargetPropagation rule = withIdentities(task);
    Gradients told = task.gradients(rule);
    for (int l = 2; l <= TOP; l++) {
      double[][] below = Gradients.array(task.kernels(), rule.activity(l - 1));
      assertArrayEquals(below, Gradients.array(task.kernels(), rule.activity(l)));
    }
    assertEquals(0, told.relativeError(task.backprop()), 1e-12);
  }

  private static DifferenceTargetPropagation withIdentities(TinyTask task) {
    DifferenceTargetPropagation rule = rule(task);
    for (int l = 2; l <= TOP; l++) {
      put(task.kernels(), rule.inverse(l), identity());
    }
    return rule;
  }

  private static double[][] identity() {
    double[][] one = new double[WIDTH][WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      one[i][i] = 1;
    }
    return one;
  }

  private static void put(Kernels kernels, Mat into, double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      kernels.put(into, i, rows[i]);
    }
  }

  @Test
  void whereThereIsNoErrorNothingIsTaughtHoweverBadTheInverse() {
    TinyTask task = one(new DoubleRows(), Activation.TANH);
    DifferenceTargetPropagation rule = rule(task);
    task.observe(rule);
    TargetLesson content = new TargetLesson(task.net(), 1);
    task.kernels().copy(content.target(), rule.pass().output());
    rule.teach(content);
    Gradients told = task.emitted(rule);
    for (int l = 1; l <= TOP + 1; l++) {
      assertArrayEquals(new double[WIDTH], told.biases(l));
    }
  }

  @Test
  void upkeepLearnsTheInverse() {
    Kernels kernels = new DoubleRows();
    TinyTask task = TinyTask.of(kernels, spec(Activation.LINEAR).withOrthogonalWeights(), 32);
    DifferenceTargetPropagation rule = rule(task);
    task.observe(rule);
    double before = distance(task, rule);
    for (int k = 0; k < 3000; k++) {
      rule.maintain();
    }
    assertTrue(before > 1);
    assertEquals(0, distance(task, rule), .01);
  }

  /** |W_2 V_2 - I|. */
  private static double distance(TinyTask task, DifferenceTargetPropagation rule) {
    Kernels kernels = task.kernels();
    Mat both = kernels.mat(WIDTH, WIDTH);
    kernels.times(both, task.net().weight(2), rule.inverse(2));
    Mat one = kernels.mat(WIDTH, WIDTH);
    put(kernels, one, identity());
    kernels.add(both, -1, one);
    return Math.sqrt(kernels.dot(both, both));
  }
}

package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One weight per layer: every figure can be checked by hand. */
class GradientStepTest {
  private final Kernels kernels = new DoubleRows();
  private final DenseNet net =
      new DenseNet(
          NetSpec.of(List.of(1, 1, 1), Activation.TANH, Loss.SQUARED), kernels, new Chance(1));

  private Mat one(double value) {
    Mat mat = kernels.mat(1, 1);
    kernels.fill(mat, value);
    return mat;
  }

  private double weight(int l) {
    return Gradients.array(kernels, net.weight(l))[0][0];
  }

  private void begin(double w1, double w2) {
    kernels.fill(net.weight(1), w1);
    kernels.fill(net.weight(2), w2);
  }

  @Test
  void aPlainStepGoesDownTheGradient() {
    begin(1, 1);
    GradientStep step = new GradientStep(net, StepSizes.plain(.1));
    step.pair(1, one(2), one(3));
    assertEquals(1 - .1 * 6, weight(1), 1e-15);
    assertEquals(-.1 * 3, Gradients.array(kernels, net.bias(1))[0][0], 1e-15);
    assertEquals(1, weight(2));
  }

  @Test
  void samplesAreAveraged() {
    begin(1, 1);
    Mat pre = kernels.mat(4, 1);
    Mat delta = kernels.mat(4, 1);
    kernels.fill(pre, 2);
    kernels.fill(delta, 3);
    new GradientStep(net, StepSizes.plain(.1)).pair(1, pre, delta);
    assertEquals(1 - .1 * 6, weight(1), 1e-15);
  }

  @Test
  void momentumAddsUpWhatCameBefore() {
    begin(0, 0);
    GradientStep step = new GradientStep(net, StepSizes.plain(.1).withMomentum(.5));
    step.pair(1, one(1), one(1));
    step.pair(1, one(1), one(1));
    assertEquals(-.1 * 1 - .1 * 1.5, weight(1), 1e-15);
  }

  @Test
  void onlyMirroredLayersDecay() {
    begin(1, 1);
    GradientStep step = new GradientStep(net, StepSizes.plain(.1).withDecay(.2).withMomentum(.5));
    step.pair(1, one(0), one(0));
    step.pair(2, one(0), one(0));
    assertEquals(1, weight(1));
    assertEquals(1 - .1 * .2 / .5, weight(2), 1e-15);
  }

  @Test
  void aDirectionIsAGradientToo() {
    begin(1, 1);
    var bias = kernels.vec(1);
    kernels.fill(bias, 7);
    new GradientStep(net, StepSizes.plain(.1)).along(1, 2, one(3), bias);
    assertEquals(1 - .1 * 6, weight(1), 1e-15);
    assertEquals(-.1 * 14, Gradients.array(kernels, net.bias(1))[0][0], 1e-15);
  }

  @Test
  void aTwinMakesTheSameStep() {
    for (double momentum : new double[] {0, .5}) {
      begin(1, 1);
      GradientStep step =
          new GradientStep(net, StepSizes.plain(.1).withMomentum(momentum).withDecay(.1));
      Mat twin = one(5);
      for (int t = 0; t < 3; t++) {
        step.pair(2, one(2), one(.5));
        step.repeat(2, twin);
      }
      double left = StrictMath.pow(1 - .1 * .1 / (1 - momentum), 3);
      assertEquals(left * 4, Gradients.array(kernels, twin)[0][0] - weight(2), 1e-14);
    }
  }

  @Test
  void aProtectedSynapseStaysAndAHalfProtectedOneGoesHalfAsFar() {
    for (double share : new double[] {0, .5}) {
      for (double momentum : new double[] {0, .5}) {
        begin(1, 1);
        GradientStep step =
            new GradientStep(net, StepSizes.plain(.1).withMomentum(momentum).withDecay(.1));
        step.protect(2, one(share));
        step.pair(2, one(2), one(3));
        assertEquals(1 - share * (.1 * .1 / (1 - momentum) + .1 * 6), weight(2), 1e-15);
      }
    }
  }

  @Test
  void noWeightLeavesItsBound() {
    begin(1, 1);
    GradientStep step = new GradientStep(net, new StepSizes(1, 0, 0, 3));
    step.pair(1, one(-1e30), one(1e5));
    assertEquals(3, weight(1));
  }

  @Test
  void whatIsNoNumberIsRefusedAndCounted() {
    begin(1, 1);
    GradientStep step = new GradientStep(net, StepSizes.plain(.1).withMomentum(.5));
    Mat twin = one(5);
    step.pair(2, one(1), one(Double.NaN));
    step.repeat(2, twin);
    step.along(2, Double.POSITIVE_INFINITY, one(1), kernels.vec(1));
    assertEquals(1, weight(2));
    assertEquals(5, Gradients.array(kernels, twin)[0][0]);
    assertEquals(2, step.refused());
  }

  @Test
  void sizesThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> StepSizes.plain(0));
    assertThrows(IllegalArgumentException.class, () -> StepSizes.plain(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> StepSizes.plain(.1).withMomentum(1));
    assertThrows(IllegalArgumentException.class, () -> StepSizes.plain(.1).withDecay(-1));
    assertThrows(IllegalArgumentException.class, () -> new StepSizes(.1, 0, 0, 0));
  }
}

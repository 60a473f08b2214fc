package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorFeedbackTest {
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @EnumSource
  void backpropIsTheSlopeOfTheLossInEveryWeight(Loss loss) {
    checkSlopes(new DoubleRows(), NetSpec.of(TinyTask.WIDTHS, Activation.TANH, loss));
  }

  @Test
  void backpropIsTheSlopeWithRectifiedUnits() {
    checkSlopes(new DoubleRows(), NetSpec.of(TinyTask.WIDTHS, Activation.RELU, Loss.CROSS_ENTROPY));
  }

  @Test
  void backpropIsTheSlopeWithNormalisedLayers() {
    NetSpec spec = NetSpec.of(TinyTask.WIDTHS, Activation.TANH, Loss.SQUARED).withLayerNorm();
    checkSlopes(new DoubleRows(), spec);
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeInBackpropTurnsTheSlopesWrong(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    NetSpec spec = NetSpec.of(TinyTask.WIDTHS, Activation.TANH, Loss.SQUARED);
    assertThrows(AssertionError.class, () -> checkSlopes(faulty, spec));
  }

  private static void checkSlopes(Kernels kernels, NetSpec spec) {
    TinyTask task = TinyTask.of(kernels, spec, 8);
    Gradients told = task.backprop();
    TinyTask sound =
        TinyTask.of(new DoubleRows(), spec, 8); // the loss is measured without mistakes
    for (int l = 1; l <= task.net().layers(); l++) {
      checkSlopes(sound, sound.net().weight(l), told.weights(l));
      checkSlopes(sound, sound.net().bias(l), new double[][] {told.biases(l)});
    }
  }

  private static void checkSlopes(TinyTask task, Mat parameter, double[][] told) {
    double[][] w = Gradients.array(task.kernels(), parameter);
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[i].length; j++) {
        double slope = slope(task, parameter, w[i], i, j);
        assertEquals(slope, told[i][j], 1e-6 * Math.max(1, Math.abs(slope)));
      }
    }
  }

  private static double slope(TinyTask task, Mat parameter, double[] row, int i, int j) {
    double kept = row[j];
    row[j] = kept + STEP;
    task.kernels().put(parameter, i, row);
    double above = task.loss();
    row[j] = kept - STEP;
    task.kernels().put(parameter, i, row);
    double below = task.loss();
    row[j] = kept;
    task.kernels().put(parameter, i, row);
    return (above - below) / (2 * STEP);
  }

  /** The paths that hold matrices of their own are backprop when these are the forward ones. */
  @ParameterizedTest
  @EnumSource(
      value = CreditRules.class,
      names = {"FEEDBACK_ALIGNMENT", "KOLEN_POLLACK"})
  void feedbackWeightsEqualToTheForwardOnesAreBackpropToTheBit(CreditRules rule) {
    checkEqualWeights(new DoubleRows(), rule);
  }

  private static void checkEqualWeights(Kernels kernels, CreditRules rule) {
    TinyTask task = TinyTask.of(kernels, Loss.CROSS_ENTROPY);
    CreditRule over =
        new ErrorFeedback(
            task.net(),
            TinyTask.SAMPLES,
            new Chance(3),
            (net, chance) -> {
              StoredPath path =
                  rule == CreditRules.KOLEN_POLLACK
                      ? new KolenPollack(net, chance)
                      : new Fixed(net, chance);
              for (int l = 2; l <= net.layers(); l++) {
                kernels.copy(path.feedback(l), net.weight(l));
              }
              return path;
            });
    assertEquals(0, task.gradients(over).relativeError(task.backprop()));
  }

  @Test
  void feedbackAlignmentCarriesTheErrorOverItsOwnMatrices() {
    checkHandBuilt(new DoubleRows());
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeInFeedbackAlignmentIsSeenByHand(Mutation mutation) {
    assertThrows(AssertionError.class, () -> checkHandBuilt(mutation.in(new DoubleRows())));
  }

  /** delta_l = f' . B delta by plain loops: no accuracy test can find a wrong sign here. */
  private static void checkHandBuilt(Kernels kernels) {
    TinyTask task =
        TinyTask.of(kernels, NetSpec.of(TinyTask.WIDTHS, Activation.TANH, Loss.SQUARED), 1);
    Fixed[] kept = new Fixed[1];
    CreditRule rule =
        new ErrorFeedback(
            task.net(), 1, new Chance(3), (net, chance) -> kept[0] = new Fixed(net, chance));
    Gradients told = task.gradients(rule);
    HandNet hand = HandNet.of(task);
    double[] delta = hand.error();
    for (int l = 3; l >= 1; l--) {
      for (int i = 0; i < TinyTask.WIDTH; i++) {
        for (int j = 0; j < TinyTask.WIDTH; j++) {
          assertEquals(hand.h(l - 1)[i] * delta[j], told.weights(l)[i][j], 1e-12);
        }
      }
      delta =
          l > 1 ? hand.down(l - 1, Gradients.array(kernels, kept[0].feedback(l)), delta) : delta;
    }
  }
}

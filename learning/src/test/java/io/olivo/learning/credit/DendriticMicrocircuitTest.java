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

class DendriticMicrocircuitTest {
  private static final Kernels SOUND = new DoubleRows();
  private static final int LAYERS = 3;

  private static DendriticMicrocircuit rule(TinyTask task) {
    return new DendriticMicrocircuit(task.net(), TinyTask.SAMPLES, new Chance(3));
  }

  @ParameterizedTest
  @EnumSource
  void aSelfPredictingCircuitIsErrorFeedbackOverItsTopDownWeights(Loss loss) {
    checkErrorFeedback(SOUND, loss);
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeIsSeenInTheSelfPredictingCircuit(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkErrorFeedback(faulty, Loss.CROSS_ENTROPY));
  }

  private static void checkErrorFeedback(Kernels kernels, Loss loss) {
    TinyTask task = TinyTask.of(kernels, loss);
    DendriticMicrocircuit rule = rule(task);
    TinyTask sound = TinyTask.of(SOUND, loss);
    Fixed path = new Fixed(sound.net(), new Chance(4));
    for (int l = 2; l <= LAYERS; l++) {
      SOUND.copy(path.feedback(l), rule.topDown(l));
    }
    CreditRule over =
        new ErrorFeedback(sound.net(), TinyTask.SAMPLES, new Chance(5), (net, chance) -> path);
    double error = task.gradients(rule).relativeError(sound.gradients(over));
    assertTrue(error < 1e-12, "error " + error);
  }

  @Test
  void aSelfPredictingCircuitIsStillWhereNothingIsWrong() {
    TinyTask task = TinyTask.of(SOUND, Loss.SQUARED);
    DendriticMicrocircuit rule = rule(task);
    assertTrue(stepWithoutNudge(task, rule) < 1e-14);
  }

  @Test
  void apicalErrorsDieOutInUpkeepWhileNoForwardWeightMoves() {
    checkSelfPrediction(SOUND);
  }

  /** The error of an interneuron must have its sign; other mistakes only slow it down. */
  @ParameterizedTest
  @EnumSource(names = "FLIPPED_SIGN")
  void aMistakeInUpkeepLeavesApicalErrors(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkSelfPrediction(faulty));
  }

  private static void checkSelfPrediction(Kernels kernels) {
    List<Integer> widths = List.of(TinyTask.WIDTH, TinyTask.WIDTH, TinyTask.WIDTH, 4);
    NetSpec spec = NetSpec.of(widths, Activation.TANH, Loss.SQUARED);
    TinyTask task = TinyTask.of(kernels, spec, TinyTask.SAMPLES);
    DendriticMicrocircuit rule = rule(task);
    for (int l = 2; l <= LAYERS; l++) {
      SOUND.fillNormal(rule.lateral(l), new Chance(6), .3);
      SOUND.fillNormal(rule.inhibition(l), new Chance(7), .3);
    }
    task.observe(rule);
    double apical = apicalError(task, rule);
    double step = stepWithoutNudge(task, rule);
    double[][][] before = weights(task);
    for (int i = 0; i < 10_000; i++) {
      rule.observe();
      rule.maintain();
    }
    rule.observe();
    assertArrayEquals(before, weights(task));
    assertTrue(apicalError(task, rule) < 1e-3 * apical);
    assertTrue(stepWithoutNudge(task, rule) < 1e-3 * step);
  }

  private static double[][][] weights(TinyTask task) {
    double[][][] all = new double[LAYERS][][];
    for (int l = 1; l <= LAYERS; l++) {
      all[l - 1] = Gradients.array(SOUND, task.net().weight(l));
    }
    return all;
  }

  /** |h B' - u I'| over all layers, from the weights alone. */
  private static double apicalError(TinyTask task, DendriticMicrocircuit rule) {
    double sum = 0;
    for (int l = 2; l <= LAYERS; l++) {
      Mat u = SOUND.mat(TinyTask.SAMPLES, task.net().width(l));
      Mat v = SOUND.mat(TinyTask.SAMPLES, TinyTask.WIDTH);
      Mat inhibited = SOUND.mat(TinyTask.SAMPLES, TinyTask.WIDTH);
      SOUND.affine(u, rule.activity(l - 1), rule.lateral(l), task.net().bias(l));
      SOUND.activate(task.net().activation(l), u, u);
      SOUND.timesTransposed(v, rule.activity(l), rule.topDown(l));
      SOUND.timesTransposed(inhibited, u, rule.inhibition(l));
      SOUND.add(v, -1, inhibited);
      sum += SOUND.dot(v, v);
    }
    return Math.sqrt(sum);
  }

  /** Length of the step of hidden layers when the output is what it should be. */
  private static double stepWithoutNudge(TinyTask task, DendriticMicrocircuit rule) {
    task.observe(rule);
    TargetLesson satisfied = new TargetLesson(task.net(), TinyTask.SAMPLES);
    SOUND.copy(satisfied.target(), rule.pass().output());
    rule.teach(satisfied);
    double sum = 0;
    for (int l = 1; l < LAYERS; l++) {
      sum += SOUND.dot(rule.delta(l), rule.delta(l));
    }
    return Math.sqrt(sum);
  }

  @Test
  void copiesStayCopiesWhileTheNetLearns() {
    TinyTask task = TinyTask.of(SOUND, Loss.CROSS_ENTROPY);
    DendriticMicrocircuit rule = rule(task);
    GradientStep step =
        new GradientStep(task.net(), StepSizes.plain(.05).withMomentum(.9).withDecay(1e-3));
    double[][] first = Gradients.array(SOUND, task.net().weight(2));
    for (int i = 0; i < 200; i++) {
      task.observe(rule);
      rule.teach(task.lesson());
      rule.emit(step);
      rule.maintain();
    }
    assertTrue(distance(first, Gradients.array(SOUND, task.net().weight(2))) > .1);
    for (int l = 2; l <= LAYERS; l++) {
      assertEquals(0, distance(task.net().weight(l), rule.lateral(l)), 1e-12);
      assertEquals(0, distance(rule.topDown(l), rule.inhibition(l)), 1e-12);
    }
  }

  private static double distance(Mat a, Mat b) {
    return distance(Gradients.array(SOUND, a), Gradients.array(SOUND, b));
  }

  private static double distance(double[][] a, double[][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
      }
    }
    return largest;
  }
}

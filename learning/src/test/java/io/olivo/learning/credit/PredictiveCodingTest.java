package io.olivo.learning.credit;

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
import io.olivo.learning.net.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictiveCodingTest {
  private static final int ENOUGH = 400; // sweeps until nothing moves

  @ParameterizedTest
  @EnumSource
  void settledItDiffersFromBackpropByTheFirstOrderOfTheErrorsSize(Loss loss) {
    checkFirstOrder(new DoubleRows(), loss);
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeIsNotOfFirstOrder(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkFirstOrder(faulty, Loss.CROSS_ENTROPY));
  }

  private static void checkFirstOrder(Kernels kernels, Loss loss) {
    assertTrue(error(kernels, loss, 1) > .1, "it is another rule than backprop");
    double tenth = error(kernels, loss, .1);
    double hundredth = error(kernels, loss, .01);
    assertTrue(hundredth < .05);
    assertEquals(10, tenth / hundredth, 2);
    assertEquals(10, hundredth / error(kernels, loss, .001), .5);
  }

  private static double error(Kernels kernels, Loss loss, double precision) {
    TinyTask task = TinyTask.of(kernels, loss);
    Gradients told =
        task.gradients(
            (net, samples, chance) ->
                new PredictiveCoding(net, samples, chance, ENOUGH, .5, precision));
    return told.relativeError(TinyTask.of(new DoubleRows(), loss).backprop());
  }

  @Test
  void settledErrorsAreThoseThatTheLayerAboveSends() {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.SQUARED);
    Relaxation relaxation = relaxed(task, 1, ENOUGH);
    for (int l = 1; l < task.net().layers(); l++) {
      Mat error = relaxation.delta(l);
      relaxation.send(l);
      double before = task.kernels().dot(error, error);
      relaxation.move(l, 1);
      assertEquals(before, task.kernels().dot(error, error), 1e-9 * before);
    }
  }

  @Test
  void theEnergyNeverRises() {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.SQUARED);
    double before = energy(task, relaxed(task, 1, 1));
    for (int sweeps = 2; sweeps < 40; sweeps++) {
      double now = energy(task, relaxed(task, 1, sweeps));
      assertTrue(now <= before * (1 + 1e-12), "after " + sweeps + " sweeps");
      before = now;
    }
  }

  private static Relaxation relaxed(TinyTask task, double precision, int sweeps) {
    PredictiveCoding rule =
        new PredictiveCoding(
            task.net(), TinyTask.SAMPLES, new Chance(3), sweeps, PredictiveCoding.GAMMA, precision);
    task.observe(rule);
    rule.teach(task.lesson());
    return rule.relaxation();
  }

  /** sum |e_l|^2 / 2 + L. */
  private static double energy(TinyTask task, Relaxation relaxation) {
    Kernels kernels = task.kernels();
    int layers = task.net().layers();
    Vec loss = kernels.vec(TinyTask.SAMPLES);
    task.lesson().loss(relaxation.activity(layers), loss);
    Vec one = kernels.vec(TinyTask.SAMPLES);
    kernels.fill(one, 1);
    double energy = kernels.dot(loss, one);
    for (int l = 1; l < layers; l++) {
      energy += kernels.dot(relaxation.delta(l), relaxation.delta(l)) / 2;
    }
    return energy;
  }

  /** A constant step would throw the values further with every sweep. */
  @Test
  void largeWeightsDoNotMakeTheValuesSwing() {
    TinyTask task =
        TinyTask.of(
            new DoubleRows(),
            new NetSpec(TinyTask.WIDTHS, Activation.LINEAR, Loss.SQUARED, 3, 3, 0, false, false),
            TinyTask.SAMPLES);
    double before = energy(task, relaxed(task, 1, 1));
    assertTrue(energy(task, relaxed(task, 1, 30)) < before);
  }
}

package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SegregatedDendritesTest {
  private static final Kernels SOUND = new DoubleRows();

  private static SegregatedDendrites rule(TinyTask task, double swing) {
    return new SegregatedDendrites(task.net(), TinyTask.SAMPLES, new Chance(3), swing);
  }

  @ParameterizedTest
  @EnumSource
  void smallPlateausAreDirectFeedbackAlignment(Loss loss) {
    checkSmallPlateaus(SOUND, loss);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftIsOfSecondOrderInTheSwing(Loss loss) {
    TinyTask task = TinyTask.of(SOUND, loss);
    double far = errorOf(task, rule(task, .1), .1, 1);
    double near = errorOf(task, rule(task, .01), .01, 1);
    assertEquals(2, Math.log10(far / near), .05);
  }

  /** It never looks back over a transpose; a wrong layer of Y is tried below. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SWAPPED_TRANSPOSE", "WRONG_LAYER"})
  void aMistakeIsSeenInTheLimit(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkSmallPlateaus(faulty, Loss.CROSS_ENTROPY));
  }

  @Test
  void theWeightsOfAnotherLayersDendritesAreSeenInTheLimit() {
    TinyTask task = TinyTask.of(SOUND, Loss.CROSS_ENTROPY);
    assertTrue(errorOf(task, rule(task, 1e-3), 1e-3, 2) > .1);
  }

  private static void checkSmallPlateaus(Kernels kernels, Loss loss) {
    TinyTask task = TinyTask.of(kernels, loss);
    assertTrue(errorOf(task, rule(task, 1e-4), 1e-4, 1) < 1e-6);
  }

  /** Against direct feedback alignment without mistakes, whose B_l is made of Y_(shift l). */
  private static double errorOf(TinyTask task, SegregatedDendrites rule, double swing, int shift) {
    TinyTask sound = TinyTask.of(SOUND, task.net().spec(), TinyTask.SAMPLES);
    DirectFeedbackAlignment direct =
        new DirectFeedbackAlignment(sound.net(), TinyTask.SAMPLES, new Chance(4));
    for (int l = 1; l <= 2; l++) {
      SOUND.copy(direct.feedback(l), rule.feedback(shift == 1 ? l : 3 - l));
      SOUND.scale(direct.feedback(l), 2 / (swing * Math.sqrt(TinyTask.WIDTH)));
    }
    return task.gradients(rule).relativeError(sound.gradients(direct));
  }

  @Test
  void fullPlateausTeachNothing() {
    TinyTask task = TinyTask.of(SOUND, Loss.CROSS_ENTROPY);
    SegregatedDendrites rule = rule(task, 1);
    for (int l = 1; l <= 2; l++) {
      SOUND.magnitude(rule.feedback(l), rule.feedback(l));
    }
    assertTrue(hiddenStep(task, rule) > 0);
    for (int l = 1; l <= 2; l++) {
      SOUND.scale(rule.feedback(l), 1e6);
    }
    assertEquals(0, hiddenStep(task, rule));
  }

  @Test
  void silentPlateausTeachNothing() {
    TinyTask task = TinyTask.of(SOUND, Loss.CROSS_ENTROPY);
    SegregatedDendrites rule = rule(task, 1);
    for (int l = 1; l <= 2; l++) {
      SOUND.magnitude(rule.feedback(l), rule.feedback(l));
      SOUND.scale(rule.feedback(l), -1e6);
    }
    assertEquals(0, hiddenStep(task, rule));
  }

  private static double hiddenStep(TinyTask task, SegregatedDendrites rule) {
    task.observe(rule);
    rule.teach(task.lesson());
    double step = 0;
    for (int l = 1; l <= 2; l++) {
      Mat delta = rule.delta(l);
      step += SOUND.dot(delta, delta);
    }
    return step;
  }
}

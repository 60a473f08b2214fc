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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZeroDivergenceLearningTest {
  private static final NetSpec DEEP =
      NetSpec.of(List.of(9, 9, 9, 9, 9), Activation.TANH, Loss.CROSS_ENTROPY);

  @Test
  void isBackprop() {
    checkBackprop(new DoubleRows(), DEEP);
  }

  @Test
  void isBackpropWithNormalisedLayers() {
    checkBackprop(new DoubleRows(), DEEP.withLayerNorm());
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeIsNoLongerBackprop(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkBackprop(faulty, DEEP));
  }

  private static void checkBackprop(Kernels kernels, NetSpec spec) {
    Gradients backprop = TinyTask.of(new DoubleRows(), spec, 8).backprop();
    Gradients told = TinyTask.of(kernels, spec, 8).gradients(ZeroDivergenceLearning::new);
    assertEquals(0, told.relativeError(backprop), 1e-12);
  }

  /** The teacher is asked once before the wave starts, and once after each of its steps. */
  @Test
  void everyLayerIsSilentUntilTheWaveArrives() {
    TinyTask task = TinyTask.of(new DoubleRows(), DEEP, 8);
    ZeroDivergenceLearning rule = new ZeroDivergenceLearning(task.net(), 8, new Chance(3));
    task.observe(rule);
    Watch watch = new Watch(task, rule);
    rule.teach(watch);
    assertEquals(4, watch.asked);
  }

  private static final class Watch implements Lesson {
    private final TinyTask task;
    private final ZeroDivergenceLearning rule;
    private final Lesson lesson;
    private int asked;

    private Watch(TinyTask task, ZeroDivergenceLearning rule) {
      this.task = task;
      this.rule = rule;
      lesson = task.lesson();
    }

    @Override
    public void error(Mat output, Mat error) {
      int reached = 4 - asked;
      for (int l = 1; l < reached; l++) {
        assertEquals(0, size(l));
      }
      for (int l = reached; l < 4; l++) {
        assertTrue(size(l) > 0);
      }
      asked++;
      lesson.error(output, error);
    }

    private double size(int l) {
      Mat tension = rule.relaxation().delta(l);
      return task.kernels().dot(tension, tension);
    }

    @Override
    public void loss(Mat output, Vec loss) {
      lesson.loss(output, loss);
    }

    @Override
    public void target(Mat target) {
      lesson.target(target);
    }

    @Override
    public void reward(Mat chosen, Vec reward) {
      lesson.reward(chosen, reward);
    }
  }
}

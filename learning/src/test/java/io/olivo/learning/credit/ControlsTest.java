package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.net.Pass;
import io.olivo.learning.net.Vec;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A student learns a teacher net. Nulls learn too, only less: a rule that does not beat them has
 * dead hidden layers, however nicely its loss falls.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlsTest {
  private static final int SAMPLES = 32;
  private static final int STEPS = 3000;

  private final Kernels kernels = new FloatRows();
  private double nullLoss;

  @BeforeAll
  void measureTheNull() {
    nullLoss = lossAfter(CreditRules.LAST_LAYER, 20);
  }

  private DenseNet net(List<Integer> widths, long seed) {
    NetSpec spec = NetSpec.of(widths, Activation.TANH, Loss.SQUARED);
    return new DenseNet(spec, kernels, new Chance(seed));
  }

  /** Teacher, student and lessons drawn from one seed. */
  private final class School {
    private final Pass teacher;
    private final DenseNet student;
    private final NetTrainer trainer;
    private final Chance chance;

    private School(CreditRules rule, long seed) {
      teacher = net(List.of(20, 30, 30, 5), seed).pass(SAMPLES);
      student = net(List.of(20, 40, 40, 5), seed + 1);
      StepSizes sizes = StepSizes.plain(.05).withMomentum(.9);
      trainer = new NetTrainer(student, rule.maker(), sizes, SAMPLES, new Chance(seed + 2));
      chance = new Chance(seed + 3);
    }

    private void ask() {
      kernels.fillNormal(teacher.input(), chance, 1);
      teacher.forward();
      kernels.copy(trainer.input(), teacher.input());
      kernels.copy(trainer.target(), teacher.output());
      trainer.predict();
    }

    private void learn(int steps) {
      for (int t = 0; t < steps; t++) {
        ask();
        trainer.learn();
      }
    }

    /** Over that of a student who always says 0; on lessons never learned from. */
    private double loss() {
      double left = 0;
      double all = 0;
      Vec loss = kernels.vec(SAMPLES);
      Pass silent = student.pass(SAMPLES);
      TargetLesson lesson = new TargetLesson(student, SAMPLES);
      for (int t = 0; t < 50; t++) {
        ask();
        kernels.copy(lesson.target(), trainer.target());
        lesson.loss(trainer.rule().pass().output(), loss);
        left += sum(loss);
        lesson.loss(silent.output(), loss);
        all += sum(loss);
      }
      return left / all;
    }

    private double sum(Vec loss) {
      double[] each = new double[SAMPLES];
      kernels.get(loss, 0, each);
      double sum = 0;
      for (double one : each) {
        sum += one;
      }
      return sum;
    }

    /** Between the rule's and backprop's changes of one layer [degrees]. */
    private double angle(int l) {
      ask();
      TargetLesson lesson = new TargetLesson(student, SAMPLES);
      kernels.copy(lesson.target(), trainer.target());
      trainer.rule().teach(lesson);
      Gradients own = new Gradients(student);
      trainer.rule().emit(own);
      CreditRule backprop = CreditRules.BACKPROP.maker().attach(student, SAMPLES, new Chance(0));
      kernels.copy(backprop.pass().input(), trainer.input());
      backprop.observe();
      backprop.teach(lesson);
      Gradients right = new Gradients(student);
      backprop.emit(right);
      return own.degrees(l, right);
    }
  }

  private double lossAfter(CreditRules rule, long seed) {
    School school = new School(rule, seed);
    school.learn(STEPS);
    return school.loss();
  }

  @ParameterizedTest
  @EnumSource(names = {"FEEDBACK_ALIGNMENT", "DIRECT_FEEDBACK_ALIGNMENT"})
  void fixedFeedbackIsAtRightAnglesFirstAndUsefulAfterThreeHundredBatches(CreditRules rule) {
    School school = new School(rule, 10);
    for (int l = 1; l <= 2; l++) {
      assertEquals(90, school.angle(l), 15);
    }
    school.learn(300);
    for (int l = 1; l <= 2; l++) {
      assertTrue(school.angle(l) < 80, "layer " + l + ": " + school.angle(l));
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "BACKPROP",
        "FEEDBACK_ALIGNMENT",
        "DIRECT_FEEDBACK_ALIGNMENT",
        "SIGN_UNIFORM",
        "SIGN_FIXED",
        "SIGN_REDRAWN",
        "KOLEN_POLLACK",
        "WEIGHT_MIRROR"
      })
  void hiddenLayersThatLearnBeatTheLastLayerAlone(CreditRules rule) {
    assertTrue(lossAfter(rule, 20) < .75 * nullLoss);
  }

  @Test
  void feedbackThatIsDrawnAnewGainsNothingOverTheLastLayerAlone() {
    double redrawn = lossAfter(CreditRules.REDRAWN_FEEDBACK, 20);
    assertTrue(redrawn > .9 * nullLoss, "redrawn " + redrawn);
  }
}

package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedbackPathTest {
  private static final double ETA = .1;
  private static final double LAMBDA = .02;

  /** B - W = (1 - eta lambda)^t (B - W)_0 holds for any data, so nothing can be tuned to pass. */
  @ParameterizedTest
  @EnumSource
  void kolenPollacksDifferenceDiesOutByItsLaw(Momentum momentum) {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.CROSS_ENTROPY);
    KolenPollack[] path = new KolenPollack[1];
    StepSizes sizes = StepSizes.plain(ETA).withDecay(LAMBDA).withMomentum(momentum.share);
    NetTrainer trainer =
        new NetTrainer(
            task.net(),
            ErrorFeedback.over((net, chance) -> path[0] = new KolenPollack(net, chance)),
            sizes,
            TinyTask.SAMPLES,
            new Chance(7));
    double[][][] first = {{}, {}, difference(task, path[0], 2), difference(task, path[0], 3)};
    int steps = 500;
    Chance data = new Chance(8);
    for (int t = 0; t < steps; t++) {
      task.kernels().fillNormal(trainer.input(), data, 1);
      task.kernels().copy(trainer.target(), task.target());
      trainer.predict();
      trainer.learn();
    }
    double left = StrictMath.pow(1 - ETA * LAMBDA / (1 - momentum.share), steps);
    for (int l = 2; l <= 3; l++) {
      double[][] now = difference(task, path[0], l);
      for (int i = 0; i < now.length; i++) {
        for (int j = 0; j < now[i].length; j++) {
          assertEquals(left * first[l][i][j], now[i][j], 1e-12);
        }
      }
    }
  }

  enum Momentum {
    NONE(0),
    HALF(.5);

    private final double share;

    Momentum(double share) {
      this.share = share;
    }
  }

  private static double[][] difference(TinyTask task, StoredPath path, int l) {
    double[][] w = Gradients.array(task.kernels(), task.net().weight(l));
    double[][] b = Gradients.array(task.kernels(), path.feedback(l));
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[i].length; j++) {
        b[i][j] -= w[i][j];
      }
    }
    return b;
  }

  @Test
  void theMirrorFindsTheForwardWeightsAndComesCloserWithTime() {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.SQUARED);
    Mirror coarse = new Mirror(task.net(), 16, .01, new Chance(3));
    Mirror fine = new Mirror(task.net(), 16, .0025, new Chance(3));
    for (int l = 2; l <= 3; l++) {
      assertTrue(degrees(task, coarse, l) > 60);
    }
    upkeep(coarse, 3000);
    upkeep(fine, 12000);
    for (int l = 2; l <= 3; l++) {
      double before = degrees(task, coarse, l);
      assertTrue(before < 5, "layer " + l + " " + before);
      double ratio =
          StrictMath.tan(Math.toRadians(degrees(task, fine, l)))
              / StrictMath.tan(Math.toRadians(before));
      assertEquals(.5, ratio, .2, "averaging four times as long halves the noise");
    }
  }

  private static void upkeep(FeedbackPath path, int times) {
    for (int t = 0; t < times; t++) {
      path.maintain();
    }
  }

  private static double degrees(TinyTask task, StoredPath path, int l) {
    return Gradients.degrees(task.kernels(), path.feedback(l), task.net().weight(l));
  }

  /** What the mirror would learn from the task's activities: C W, not W. */
  @Test
  void correlatedNoiseWouldMirrorTheCorrelationsToo() {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.SQUARED);
    Mirror mirror = new Mirror(task.net(), 16, .01, new Chance(3));
    upkeep(mirror, 3000);
    Kernels kernels = task.kernels();
    Mat learned = kernels.mat(TinyTask.WIDTH, TinyTask.WIDTH);
    Mat xi = kernels.mat(16, TinyTask.WIDTH);
    Mat common = kernels.mat(16, TinyTask.WIDTH);
    Mat r = kernels.mat(16, TinyTask.WIDTH);
    Chance chance = new Chance(4);
    for (int t = 0; t < 3000; t++) {
      kernels.fillNormal(xi, chance, .1);
      kernels.fillNormal(common, chance, .1);
      for (int n = 0; n < 16; n++) { // units 2 .. 9 follow unit 1, as activities of a task do
        double[] row = new double[TinyTask.WIDTH];
        double[] shared = new double[TinyTask.WIDTH];
        kernels.get(xi, n, row);
        kernels.get(common, n, shared);
        for (int i = 0; i < row.length; i++) {
          row[i] += shared[0];
        }
        kernels.put(xi, n, row);
      }
      kernels.affine(r, xi, task.net().weight(2), kernels.vec(TinyTask.WIDTH));
      kernels.scale(learned, .99);
      kernels.addOuter(learned, .01 / (16 * .01), xi, r);
    }
    double correlated = Gradients.degrees(kernels, learned, task.net().weight(2));
    assertTrue(correlated > 20, "correlated " + correlated);
    assertTrue(degrees(task, mirror, 2) < 5);
  }

  @Test
  void signSymmetryIsBackpropWhenAllWeightsHaveOneSize() {
    checkEqualSizes(new DoubleRows());
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeInSignSymmetryIsSeen(Mutation mutation) {
    assertThrows(AssertionError.class, () -> checkEqualSizes(mutation.in(new DoubleRows())));
  }

  /** Against a backprop made without mistakes. */
  private static void checkEqualSizes(Kernels kernels) {
    TinyTask task = TinyTask.of(kernels, Loss.SQUARED);
    TinyTask sound = TinyTask.of(new DoubleRows(), Loss.SQUARED);
    for (TinyTask one : new TinyTask[] {task, sound}) {
      for (int l = 2; l <= 3; l++) {
        one.kernels().sign(one.net().weight(l), one.net().weight(l));
        one.kernels().scale(one.net().weight(l), 1 / Math.sqrt(TinyTask.WIDTH));
      }
    }
    Gradients told = task.gradients(CreditRules.SIGN_UNIFORM.maker());
    Gradients right = sound.backprop();
    for (int l = 1; l <= 3; l++) {
      assertTrue(relativeError(right.weights(l), told.weights(l)) < 1e-13);
    }
  }

  private static double relativeError(double[][] right, double[][] told) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < right.length; i++) {
      for (int j = 0; j < right[i].length; j++) {
        difference += (right[i][j] - told[i][j]) * (right[i][j] - told[i][j]);
        size += right[i][j] * right[i][j];
      }
    }
    return Math.sqrt(difference / size);
  }

  @ParameterizedTest
  @EnumSource
  void aSignThatTurnsIsFollowedAtOnce(Sign.Magnitude magnitude) {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.SQUARED);
    Kernels kernels = task.kernels();
    Sign path = new Sign(task.net(), magnitude, new Chance(3));
    path.begin();
    Mat d = kernels.mat(1, TinyTask.WIDTH);
    kernels.put(d, 0, new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0});
    Mat y = kernels.mat(1, TinyTask.WIDTH);
    path.back(2, d, y);
    double[] before = Gradients.array(kernels, y)[0];
    double[] row = Gradients.array(kernels, task.net().weight(2))[4];
    row[0] = -row[0];
    kernels.put(task.net().weight(2), 4, row);
    path.follow(2, new Gradients(task.net()));
    path.back(2, d, y);
    double[] after = Gradients.array(kernels, y)[0];
    for (int i = 0; i < before.length; i++) {
      assertEquals(i == 4 ? -before[i] : before[i], after[i], 0);
    }
  }

  @Test
  void magnitudesAreUniformFixedOrRedrawn() {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.SQUARED);
    for (Sign.Magnitude magnitude : Sign.Magnitude.values()) {
      Sign path = new Sign(task.net(), magnitude, new Chance(3));
      double[] first = backOfOnes(task, path);
      double[] second = backOfOnes(task, path);
      boolean same = Arrays.equals(first, second);
      assertEquals(magnitude != Sign.Magnitude.REDRAWN, same, magnitude.name());
    }
  }

  private static double[] backOfOnes(TinyTask task, FeedbackPath path) {
    Kernels kernels = task.kernels();
    Mat d = kernels.mat(1, TinyTask.WIDTH);
    kernels.fill(d, 1);
    Mat y = kernels.mat(1, TinyTask.WIDTH);
    path.begin();
    path.back(2, d, y);
    return Gradients.array(kernels, y)[0];
  }

  @Test
  void redrawnFeedbackIsAnotherEveryStep() {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.SQUARED);
    Redrawn path = new Redrawn(task.net(), new Chance(3));
    assertNotEquals(backOfOnes(task, path)[0], backOfOnes(task, path)[0]);
  }

  @Test
  void directFeedbackCarriesTheErrorToEveryLayerAtOnce() {
    checkDirect(new DoubleRows());
  }

  @ParameterizedTest
  @EnumSource(
      value = Mutation.class,
      names = {"DROPPED_SLOPE", "FLIPPED_SIGN", "STALE_ACTIVITY"}) // it has no way back by layers
  void aMistakeInDirectFeedbackIsSeenByHand(Mutation mutation) {
    assertThrows(AssertionError.class, () -> checkDirect(mutation.in(new DoubleRows())));
  }

  /** Two layers that are given each other's matrix, or its transpose, are seen by hand as well. */
  private static void checkDirect(Kernels kernels) {
    TinyTask task =
        TinyTask.of(kernels, NetSpec.of(TinyTask.WIDTHS, Activation.TANH, Loss.SQUARED), 1);
    DirectFeedbackAlignment rule = new DirectFeedbackAlignment(task.net(), 1, new Chance(3));
    Gradients told = task.gradients(rule);
    HandNet hand = HandNet.of(task);
    for (int l = 1; l <= 2; l++) {
      double[][] b = transposed(Gradients.array(kernels, rule.feedback(l)));
      double[] delta = hand.down(l, b, hand.error());
      for (int i = 0; i < TinyTask.WIDTH; i++) {
        for (int j = 0; j < TinyTask.WIDTH; j++) {
          assertEquals(hand.h(l - 1)[i] * delta[j], told.weights(l)[i][j], 1e-12);
        }
      }
    }
  }

  private static double[][] transposed(double[][] rows) {
    double[][] cols = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < cols.length; j++) {
        cols[j][i] = rows[i][j];
      }
    }
    return cols;
  }
}

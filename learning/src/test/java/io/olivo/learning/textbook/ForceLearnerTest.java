package io.olivo.learning.textbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.Learner;
import io.olivo.learning.expansion.Reservoir;
import io.olivo.learning.snapshot.StateReader;
import org.junit.jupiter.api.Test;

class ForceLearnerTest {
  private static final int UNITS = 300;
  private static final double DT = .002; // s
  private static final double LIMIT = 10; // N m

  private static Learner learner(int inputs, long seed) {
    Reservoir reservoir = new Reservoir(UNITS, inputs, 1, DT, new Chance(seed));
    return new ForceLearner(new Plain(inputs), reservoir, new double[] {LIMIT}, 1);
  }

  /** Amplitude 7 N m, 4 Hz. */
  private static double sine(int tick) {
    return 7 * StrictMath.sin(2 * StrictMath.PI * 4 * DT * tick);
  }

  /** Mean square error over some ticks of a sine that no input tells of. */
  private static double follow(Learner learner, int from, int to) {
    double square = 0;
    for (int t = from; t < to; t++) {
      double[] u = Plain.act(learner);
      double error = sine(t) - u[0];
      Plain.teach(learner, u, error);
      square += error * error / (to - from);
    }
    return square;
  }

  @Test
  void learnsASineFromItsOwnFeedbackAloneAndGoesOnWithItFrozen() {
    Learner learner = learner(0, 1);
    follow(learner, 0, 5000);
    assertTrue(follow(learner, 5000, 6000) < .01, "N^2 m^2, while it learns");
    learner.freeze(true);
    double frozen = follow(learner, 6000, 7000);
    assertTrue(frozen < .1, "of 24.5 N^2 m^2 by silence, for two seconds alone: " + frozen);
  }

  @Test
  void frozenItKeepsItsWeightsWhileItsUnitsGoOn() {
    Learner learner = learner(0, 1);
    follow(learner, 0, 500);
    learner.freeze(true);
    double[] before = weights(learner);
    String state = Plain.digest(learner);
    follow(learner, 500, 600);
    assertArrayEquals(before, weights(learner));
    assertNotEquals(state, Plain.digest(learner));
  }

  private static double[] weights(Learner learner) {
    double[] w = new double[UNITS];
    new StateReader(Plain.saved(learner).bytes()).get("weights.0", w);
    return w;
  }

  @Test
  void savedInMidStreamItGoesOnBitForBitWhateverSeedTheOtherHad() {
    Learner learner = learner(0, 1);
    follow(learner, 0, 300);
    Learner other = learner(0, 2);
    Plain.copy(learner, other);
    assertEquals(follow(learner, 300, 600), follow(other, 300, 600));
    assertEquals(Plain.digest(learner), Plain.digest(other));
  }

  @Test
  void interruptedItStartsFromRestWithWhatItKnows() {
    Learner learner = learner(0, 1);
    double[] first = Plain.act(learner(0, 1));
    follow(learner, 0, 300);
    double[] before = weights(learner);
    learner.interrupt();
    assertArrayEquals(before, weights(learner));
    Learner fresh = learner(0, 1);
    Plain.copy(learner, fresh);
    fresh.interrupt();
    assertArrayEquals(Plain.act(fresh), Plain.act(learner));
    assertArrayEquals(new double[1], first, "nothing is known at first");
  }

  @Test
  void inputThatIsNotANumberIsPassedOverAndForgotten() {
    Learner learner = learner(2, 1);
    Plain.teach(learner, Plain.act(learner, .3, -.2), 1);
    double[] before = weights(learner);
    assertTrue(Double.isNaN(Plain.act(learner, Double.NaN, 0)[0]), "which the envelope refuses");
    Plain.teach(learner, new double[1], 1);
    Plain.act(learner, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    Plain.teach(learner, new double[1], 1);
    assertArrayEquals(before, weights(learner));
    assertTrue(Double.isFinite(Plain.act(learner, .3, -.2)[0]));
  }
}

package io.olivo.learning.textbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.Chance;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import org.junit.jupiter.api.Test;

class IntegralActionTest {
  private static final double DT = .002; // s
  private static final double[] LIMIT = {30, 15}; // N m

  private static IntegralAction integral(double rate) {
    return new IntegralAction(LIMIT, rate, DT);
  }

  /** The sum over errors is written out here, not the sum over efforts. */
  @Test
  void besideProportionalAndDerivativeFeedbackItMakesThePidOfItsDerivation() {
    double kp = 60;
    double kd = 4;
    double k = 1.5;
    Learner learner = new IntegralAction(new double[] {1e6}, k, DT);
    Chance chance = new Chance(1);
    double first = .3;
    double before = first;
    double sum = 0; // of e dt
    for (int t = 0; t < 500; t++) {
      double e = .9 * before + .05 * chance.normal();
      double de = (e - before) / DT;
      double effort = kp * e + kd * de;
      Plain.teach(learner, new double[1], effort);
      sum += e * DT;
      double pid = (kp + k * kd) * e + k * kp * sum + kd * de - k * kd * first;
      assertEquals(pid, effort + Plain.act(learner)[0], 1e-9, "N m");
      before = e;
    }
  }

  @Test
  void windsUpToTheLearnedLimitAndComesBackAtOnce() {
    Learner learner = integral(1);
    for (int t = 0; t < 100_000; t++) {
      Plain.teach(learner, new double[2], 100, -100);
    }
    assertArrayEquals(new double[] {30, -15}, Plain.act(learner));
    Plain.teach(learner, new double[2], -100, 100);
    assertArrayEquals(new double[] {29.8, -14.8}, Plain.act(learner), 1e-12);
  }

  @Test
  void withoutAnErrorFrozenOrTaughtNonsenseItStandsStill() {
    Learner learner = integral(1);
    Plain.teach(learner, new double[2], 5, 7);
    double[] before = Plain.act(learner);
    learner.learn(new Teaching(2), new double[2]);
    Plain.teach(learner, new double[2], Double.NaN, Double.NaN);
    learner.freeze(true);
    Plain.teach(learner, new double[2], 5, 7);
    assertArrayEquals(before, Plain.act(learner));
    learner.freeze(false);
    Plain.teach(learner, new double[2], 5, 7);
    assertArrayEquals(new double[] {.02, .028}, Plain.act(learner), 1e-15);
  }

  @Test
  void interruptionClearsItAndASavedOneComesBackBitForBit() {
    Learner learner = integral(1);
    Plain.teach(learner, new double[2], 1 / 3.0, -7);
    Learner other = integral(1);
    Plain.copy(learner, other);
    assertArrayEquals(Plain.act(learner), Plain.act(other));
    learner.interrupt();
    assertArrayEquals(new double[2], Plain.act(learner));
  }
}

package io.olivo.learning.textbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.expansion.Expansion;
import io.olivo.learning.expansion.GranuleLayer;
import io.olivo.learning.expansion.TuningCurves;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class LinearReadoutTest {
  private static final int UNITS = 64;
  private static final long SEED = 3;
  private static final double[] STATE = {.9, -.4, 1.1};
  private static final FeatureMap PLAIN =
      new FeatureMap() {
        @Override
        public int size() {
          return STATE.length;
        }

        @Override
        public Kind kind(int input) {
          return Kind.OTHER;
        }

        @Override
        public void fill(double[] state, double[] desired, double[] inputs) {
          System.arraycopy(state, 0, inputs, 0, inputs.length);
        }
      };

  private static double[] act(Learner learner, double[] state) {
    double[] learned = new double[learner.outputs()];
    learner.act(state, new double[0], learned);
    return learned;
  }

  private static Learner fel(int outputs, double beta, long seed) {
    GranuleLayer granules = new GranuleLayer(UNITS, STATE.length, new Chance(seed));
    return new FeedbackErrorLearner(PLAIN, granules, outputs, beta);
  }

  private static void teach(Learner learner, double... error) {
    Teaching teaching = new Teaching(error.length);
    teaching.tellError(error, new double[error.length], 0);
    learner.learn(teaching, new double[error.length]);
  }

  /** |f(x)|^2 of the expansion that a learner with this seed has. */
  private static double square(Expansion expansion) {
    double[] unit = new double[UNITS];
    expansion.fill(STATE, unit);
    double square = 0;
    for (double u : unit) {
      square += u * u;
    }
    assertTrue(square > 0, "no unit fires: the test would show nothing");
    return square;
  }

  @Test
  void normalisedStepTakesTheSameShareOfAnyError() {
    double beta = .5;
    Learner learner = fel(2, beta, SEED);
    double square = square(new GranuleLayer(UNITS, STATE.length, new Chance(SEED)));
    double share = beta * square / (.02 + square); // of the error, once
    assertArrayEquals(new double[2], act(learner, STATE), "nothing is known at first");
    teach(learner, 3, -7);
    double[] once = act(learner, STATE);
    assertArrayEquals(new double[] {3 * share, -7 * share}, once, 1e-12);
    // the error left over shrinks by 1 - share with every further sample of the same input
    teach(learner, 3 - once[0], -7 - once[1]);
    double[] twice = act(learner, STATE);
    assertEquals(3 * (1 - share) * (1 - share), 3 - twice[0], 1e-12);
    assertEquals(-7 * (1 - share) * (1 - share), -7 - twice[1], 1e-12);
  }

  @Test
  void stepOfPesIsKappaTimesErrorTimesActivity() {
    double kappa = 1e-3;
    Learner learner = new PrescribedErrorSensitivity(PLAIN, 2, UNITS, kappa, SEED);
    double square = square(new TuningCurves(UNITS, STATE.length, new Chance(SEED)));
    act(learner, STATE);
    teach(learner, 2, -4);
    assertArrayEquals(
        new double[] {kappa * 2 * square, kappa * -4 * square}, act(learner, STATE), 1e-12);
  }

  @Test
  void frozenLearnerActsAndChangesNothing() {
    for (Learner learner : both()) {
      act(learner, STATE);
      teach(learner, 1);
      String before = digest(learner);
      double[] acted = act(learner, STATE);
      learner.freeze(true);
      teach(learner, 5);
      assertEquals(before, digest(learner));
      assertArrayEquals(acted, act(learner, STATE));
      learner.freeze(false);
      teach(learner, 5);
      assertTrue(!before.equals(digest(learner)), "thawed, it learns again");
    }
  }

  @Test
  void tickWithoutAnErrorTeachesNothing() {
    for (Learner learner : both()) {
      act(learner, STATE);
      String before = digest(learner);
      learner.learn(new Teaching(1), new double[1]);
      assertEquals(before, digest(learner));
    }
  }

  @Test
  void whatIsNotFiniteNeverReachesTheWeights() {
    for (Learner learner : both()) {
      act(learner, STATE);
      teach(learner, 1);
      String before = digest(learner);
      teach(learner, Double.NaN);
      teach(learner, Double.POSITIVE_INFINITY);
      act(learner, new double[] {Double.NaN, 0, 0});
      teach(learner, 1);
      act(learner, new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0});
      teach(learner, 1);
      act(learner, STATE);
      assertTrue(Double.isFinite(act(learner, STATE)[0]), learner.getClass().getSimpleName());
      assertEquals(before, digest(learner), learner.getClass().getSimpleName());
    }
  }

  @Test
  void savedLearnerGoesOnBitForBitWhateverSeedTheOtherHad() {
    Learner learner = fel(1, .1, SEED);
    act(learner, STATE);
    teach(learner, 1);
    StateWriter out = new StateWriter("l");
    learner.save(out);
    Learner other = fel(1, .1, SEED + 1);
    other.load(new StateReader(out.bytes()));
    for (Learner one : new Learner[] {learner, other}) {
      act(one, STATE);
      teach(one, -2);
    }
    assertEquals(digest(learner), digest(other));
  }

  @Test
  void noLearnerAddsNothingWhateverItIsTaught() {
    Learner none = new NoLearner(2);
    double[] learned = {5, 5};
    none.act(STATE, new double[0], learned);
    teach(none, 100, 100);
    assertArrayEquals(new double[2], learned);
    assertArrayEquals(new double[2], act(none, STATE));
    assertEquals(2, none.outputs());
  }

  private static Learner[] both() {
    return new Learner[] {
      fel(1, .1, SEED), new PrescribedErrorSensitivity(PLAIN, 1, UNITS, 1e-3, SEED)
    };
  }

  private static String digest(Learner learner) {
    StateWriter out = new StateWriter("l");
    learner.save(out);
    return out.digest();
  }
}

package io.olivo.learning.textbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.expansion.FourierFeatures;
import io.olivo.learning.expansion.Reservoir;
import io.olivo.learning.expansion.TanhFeatures;
import io.olivo.learning.expansion.TuningCurves;
import io.olivo.learning.readout.ExpandedRegressor;
import io.olivo.learning.snapshot.StateReader;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadoutLearnersTest {
  private static final int INPUTS = 3;
  private static final int UNITS = 50;
  private static final double KAPPA = .01;
  private static final Plain PLAIN = new Plain(INPUTS);

  /** Every rule behind a robot's door, on the expansion that it is at home with. */
  enum Rule {
    FEL(seed -> new FeedbackErrorLearner(PLAIN, tangents(seed), 2, .1)),
    RLS(seed -> new LeastSquaresLearner(PLAIN, cosines(seed), 2, 10, .999)),
    PES(seed -> new PrescribedErrorSensitivity(PLAIN, 2, UNITS, KAPPA, seed)),
    FORCE(seed -> new ForceLearner(PLAIN, reservoir(seed), new double[] {5, 5}, 1));

    private final LongFunction<Learner> make;

    Rule(LongFunction<Learner> make) {
      this.make = make;
    }

    Learner of(long seed) {
      return make.apply(seed);
    }

    private static TanhFeatures tangents(long seed) {
      return new TanhFeatures(UNITS, INPUTS, 1, new Chance(seed));
    }

    private static FourierFeatures cosines(long seed) {
      return new FourierFeatures(UNITS, INPUTS, 1.5, new Chance(seed));
    }

    private static Reservoir reservoir(long seed) {
      return new Reservoir(UNITS, INPUTS, 2, .002, new Chance(seed));
    }
  }

  private static double[] input(Chance chance) {
    double[] x = new double[INPUTS];
    Arrays.setAll(x, i -> chance.uniform(-1, 1));
    return x;
  }

  /** The last proposal of some ticks, taught what is missing to a command that it should find. */
  private static double[] live(Learner learner, int ticks, long seed) {
    Chance chance = new Chance(seed);
    double[] u = new double[2];
    for (int n = 0; n < ticks; n++) {
      double[] x = input(chance);
      u = Plain.act(learner, x);
      Plain.teach(learner, u, x[0] * x[1] - u[0], 1 + x[2] - u[1]);
    }
    return u;
  }

  private static double[][] weights(Learner learner) {
    StateReader in = new StateReader(Plain.saved(learner).bytes());
    return new double[][] {in.values("weights.0"), in.values("weights.1")};
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedSameBitsAndSavedInMidStreamItGoesOnWhateverSeedTheOtherHad(Rule rule) {
    Learner one = rule.of(1);
    Learner same = rule.of(1);
    assertArrayEquals(live(one, 200, 1), live(same, 200, 1));
    assertEquals(Plain.digest(one), Plain.digest(same));
    Learner other = rule.of(2);
    Plain.copy(one, other);
    assertArrayEquals(live(one, 200, 2), live(other, 200, 2));
    assertEquals(Plain.digest(one), Plain.digest(other));
  }

  @ParameterizedTest
  @EnumSource
  void frozenItActsAndItsWeightsStay(Rule rule) {
    Learner learner = rule.of(1);
    live(learner, 200, 1);
    double[][] before = weights(learner);
    learner.freeze(true);
    double[] u = live(learner, 50, 2);
    assertTrue(Math.abs(u[1]) > 0);
    assertArrayEquals(before[0], weights(learner)[0]);
    assertArrayEquals(before[1], weights(learner)[1]);
    learner.freeze(false);
    live(learner, 1, 3);
    assertFalse(Arrays.deepEquals(before, weights(learner)), "thawed, it learns again");
  }

  @ParameterizedTest
  @EnumSource
  void nanInInputOrErrorIsRefused(Rule rule) {
    Learner learner = rule.of(1);
    live(learner, 200, 1);
    double[][] before = weights(learner);
    Plain.act(learner, .1, .2, .3);
    Plain.teach(learner, new double[2], Double.NaN, 1);
    Plain.act(learner, .1, Double.NaN, .3);
    Plain.teach(learner, new double[2], 1, 1);
    assertArrayEquals(before[0], weights(learner)[0]);
    assertArrayEquals(before[1], weights(learner)[1]);
    assertTrue(Double.isFinite(live(learner, 1, 2)[0]), "and it goes on");
  }

  @ParameterizedTest
  @EnumSource
  void aTickAllocatesNothing(Rule rule) {
    Learner learner = rule.of(1);
    Chance chance = new Chance(1);
    Teaching teaching = new Teaching(2);
    double[] x = new double[INPUTS];
    double[] u = new double[2];
    double[] error = new double[2];
    long bytes =
        Allocation.leastBytes(
            3000,
            () -> {
              x[0] = chance.uniform(-1, 1);
              learner.act(x, x, u);
              error[0] = x[0] - u[0];
              teaching.tellError(error, error, 0);
              learner.learn(teaching, u);
            });
    assertEquals(0, bytes);
  }

  @Test
  void pesIsLeastMeanSquaresOnTuningCurvesToTheLastBit() {
    Learner pes = Rule.PES.of(3);
    TuningCurves curves = new TuningCurves(UNITS, INPUTS, new Chance(3));
    ExpandedRegressor lms = ExpandedRegressor.lms(curves, 2, KAPPA);
    Chance chance = new Chance(4);
    double[] y = new double[2];
    for (int n = 0; n < 500; n++) {
      double[] x = input(chance);
      double[] target = {x[0] * x[1], 1 + x[2]};
      double[] u = Plain.act(pes, x);
      lms.predict(x, y);
      assertArrayEquals(u, y);
      Plain.teach(pes, u, target[0] - u[0], target[1] - u[1]);
      lms.learn(target);
    }
  }

  /**
   * PES as MacNeil and Eliasmith state it, on the weights from neuron to neuron: dw_ij = kappa
   * alpha_i (e_i . E) a_j. The current into neuron i is then alpha_i e_i . u, u what LMS decodes.
   */
  @Test
  void pesOnTheWeightsBetweenNeuronsIsLeastMeanSquaresInDecodedSpace() {
    int post = 20;
    Chance chance = new Chance(5);
    double[][] encoder = new double[post][2]; // alpha_i e_i
    for (double[] e : encoder) {
      Arrays.setAll(e, j -> chance.normal());
    }
    double[][] w = new double[post][UNITS];
    TuningCurves curves = new TuningCurves(UNITS, INPUTS, new Chance(6));
    Learner pes = Rule.PES.of(6);
    double[] a = new double[UNITS];
    for (int n = 0; n < 300; n++) {
      double[] x = input(chance);
      curves.fill(x, a);
      double[] u = Plain.act(pes, x);
      double[] error = {2 * x[0] * x[1] - u[0], 1 + x[2] - u[1]};
      for (int i = 0; i < post; i++) {
        double current = 0;
        double projected = encoder[i][0] * error[0] + encoder[i][1] * error[1];
        for (int j = 0; j < UNITS; j++) {
          current += w[i][j] * a[j];
          w[i][j] += KAPPA * projected * a[j];
        }
        assertEquals(encoder[i][0] * u[0] + encoder[i][1] * u[1], current, 1e-12);
      }
      Plain.teach(pes, u, error);
    }
  }
}

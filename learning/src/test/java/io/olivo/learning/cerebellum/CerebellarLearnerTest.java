package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateImage;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.textbook.NoLearner;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CerebellarLearnerTest {
  private static final int REFUSED = 5; // index among the figures

  private static StateWriter saved(Learner learner) {
    StateWriter out = new StateWriter("cerebellum");
    learner.save(out);
    return out;
  }

  private static double figure(Learner learner, int index) {
    double[] figures = new double[learner.figureNames().size()];
    learner.figures(figures);
    return figures[index];
  }

  /** Digest of everything that is knowledge: weights, covariance, remembered plants. */
  private static String knowledge(Learner learner) {
    StateReader all = new StateReader(saved(learner).bytes());
    StateWriter known = new StateWriter("knowledge");
    copy(all, known, "weights.products", 1, Disturbed.PRODUCTS);
    copy(all, known, "weights.granules", 1, Disturbed.GRANULES);
    copy(all, known, "rls.covariance", Disturbed.PRODUCTS, Disturbed.PRODUCTS);
    for (int c = 0; c < CerebellarConstants.STANDARD.slots(); c++) {
      copy(all, known, "bank.slot." + c + ".products", 1, Disturbed.PRODUCTS);
      copy(all, known, "bank.slot." + c + ".granules", 1, Disturbed.GRANULES);
    }
    return known.digest();
  }

  private static void copy(StateReader from, StateWriter to, String name, int rows, int columns) {
    double[][] values = new double[rows][columns];
    from.get(name, values);
    to.put(name, values);
  }

  private static boolean finiteWeights(Learner learner) {
    double[][] weights = new double[1][Disturbed.PRODUCTS];
    new StateReader(saved(learner).bytes()).get("weights.products", weights);
    return Arrays.stream(weights[0]).allMatch(Double::isFinite);
  }

  @Test
  void forceThatRepeatsIsLearned() {
    double alone = new Disturbed().run(new NoLearner(1), 4);
    Disturbed plant = new Disturbed();
    Learner learner = Disturbed.informed(1);
    plant.run(learner, 20);
    double left = plant.run(learner, 4);
    assertTrue(left < .05 * alone, left + " rad left of " + alone);
  }

  @Test
  void measuresItsPlantFirstAndThenLearns() {
    double alone = new Disturbed().run(new NoLearner(1), 4);
    Disturbed plant = new Disturbed();
    CerebellarLearner learner = Disturbed.measuring(1);
    assertTrue(learner.identifying());
    plant.run(learner, 2.6);
    assertFalse(learner.identifying());
    assertFalse(learner.identificationFailed());
    assertEquals(.5, learner.inertia(0), .05 * .5);
    assertEquals(1, learner.lagTicks(), 1, "ticks");
    plant.run(learner, 20);
    assertTrue(plant.run(learner, 4) < .05 * alone);
  }

  @Test
  void staysSilentAndLearnsNothingWhenThePlantCannotBeMeasured() {
    CerebellarLearner learner = Disturbed.measuring(1);
    Teaching still = new Teaching(1);
    double[] learned = new double[1];
    for (int t = 0; t < 5000; t++) { // 10 s, three tries take 7.5 s
      learner.act(new double[] {.5, .5}, new double[0], learned);
      still.tellError(new double[] {3}, new double[1], 0);
      learner.learn(still, learned);
    }
    assertTrue(learner.identificationFailed());
    assertFalse(learner.identifying());
    assertArrayEquals(new double[1], learned);
  }

  @Test
  void frozenLearnerGoesOnActingAndKnowsExactlyWhatItKnew() {
    Disturbed plant = new Disturbed();
    Learner learner = Disturbed.informed(1);
    plant.run(learner, 10);
    learner.freeze(true);
    String known = knowledge(learner);
    plant.push(5); // there would be something to learn
    plant.run(learner, 10);
    assertEquals(known, knowledge(learner));
    assertNotEquals(0, plant.learned[0]);
    learner.freeze(false);
    plant.run(learner, .1);
    assertNotEquals(known, knowledge(learner), "thawed, it learns again");
  }

  @Test
  void interruptKeepsWhatWasLearned() {
    Disturbed plant = new Disturbed();
    Learner learner = Disturbed.informed(1);
    plant.run(learner, 10);
    String known = knowledge(learner);
    learner.interrupt();
    assertEquals(known, knowledge(learner));
    double after = plant.run(learner, 2);
    double alone = new Disturbed().run(new NoLearner(1), 2);
    assertTrue(after < .1 * alone, after + " rad of " + alone);
  }

  @Test
  void afterAnInterruptTracesOfBeforeTeachNothing() {
    Disturbed plant = new Disturbed();
    Learner learner = Disturbed.informed(1);
    plant.run(learner, 10);
    learner.interrupt();
    String known = knowledge(learner);
    plant.run(learner, 4 * Disturbed.DT); // lag of 1 tick and 3 more
    assertEquals(known, knowledge(learner));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.9, 8, 21.3}) // s: while measuring, while learning, with two plants
  void savedInMidStreamItGoesOnBitForBit(double saveSeconds) {
    Learner uninterrupted = Disturbed.measuring(1);
    Disturbed one = new Disturbed();
    Disturbed other = new Disturbed();
    Learner before = Disturbed.measuring(1);
    runWithAChangeAt20Seconds(one, uninterrupted, 0, saveSeconds);
    runWithAChangeAt20Seconds(other, before, 0, saveSeconds);
    Learner after = Disturbed.measuring(2); // whatever seed the new one has
    after.load(new StateReader(saved(before).bytes()));
    runWithAChangeAt20Seconds(one, uninterrupted, saveSeconds, 30);
    runWithAChangeAt20Seconds(other, after, saveSeconds, 30);
    assertEquals(saved(uninterrupted).digest(), saved(after).digest());
  }

  private static void runWithAChangeAt20Seconds(
      Disturbed plant, Learner learner, double from, double to) {
    plant.push(2);
    plant.run(learner, Math.max(Math.min(to, 20) - from, 0));
    plant.push(6);
    plant.run(learner, Math.max(to - Math.max(from, 20), 0));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e300,
        -1e300,
        1e160,
        1e9
      })
  void teachingThatCannotBeTrueIsRefusedAndCounted(double nonsense) {
    Disturbed plant = new Disturbed();
    Learner learner = Disturbed.informed(1);
    plant.run(learner, 6);
    String known = knowledge(learner);
    double[] fine = {.1};
    double[] wrong = {nonsense};
    learner.learn(told(wrong, fine), fine);
    learner.learn(told(fine, wrong), fine);
    learner.learn(told(fine, fine), wrong);
    double[] learned = new double[1];
    learner.act(new double[] {nonsense, 0}, new double[0], learned);
    assertTrue(Double.isFinite(learned[0]));
    learner.learn(told(fine, fine), fine);
    assertEquals(4, figure(learner, REFUSED));
    assertEquals(known, knowledge(learner));
    plant.run(learner, 1);
    assertTrue(finiteWeights(learner));
    assertEquals(4, figure(learner, REFUSED), "good teaching is taken again");
  }

  private static Teaching told(double[] error, double[] rate) {
    Teaching teaching = new Teaching(1);
    teaching.tellError(error, rate, 0);
    return teaching;
  }

  @Test
  void tickWithoutAnErrorChangesNothing() {
    Disturbed plant = new Disturbed();
    Learner learner = Disturbed.informed(1);
    plant.run(learner, 2);
    String before = saved(learner).digest();
    learner.learn(new Teaching(1), new double[1]);
    assertEquals(before, saved(learner).digest());
  }

  @Test
  void refillingItsImageAllocatesNothing() {
    Learner learner = Disturbed.measuring(1);
    StateImage image = new StateImage("cerebellum");
    new Disturbed().run(learner, 4);
    image.fill(learner);
    assertEquals(0, Allocation.leastBytes(1000, () -> image.fill(learner)));
    assertArrayEquals(saved(learner).bytes(), image.bytes());
  }

  @Test
  void anImageInMemoryTakesItBackBitForBit() {
    Disturbed plant = new Disturbed();
    Learner learner = Disturbed.measuring(1);
    plant.run(learner, 4);
    StateImage image = new StateImage("cerebellum");
    image.fill(learner);
    String before = saved(learner).digest();
    plant.run(learner, 1);
    learner.load(image.reader());
    assertEquals(before, saved(learner).digest());
  }

  @Test
  void savedStateOfAnotherShapeIsRefused() {
    StateWriter other = new StateWriter("none");
    new NoLearner(1).save(other);
    StateReader in = new StateReader(other.bytes());
    assertThrows(IllegalArgumentException.class, () -> Disturbed.informed(1).load(in));
  }

  @Test
  void sameSeedLearnsTheSameBits() {
    Learner one = Disturbed.measuring(3);
    Learner other = Disturbed.measuring(3);
    new Disturbed().run(one, 6);
    new Disturbed().run(other, 6);
    assertEquals(saved(one).digest(), saved(other).digest());
  }
}

package io.olivo.learning.motor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.olive.OliveConfig;
import io.olivo.learning.snapshot.StateImage;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.textbook.NoLearner;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetLearnerTest {
  private static NetLearner net(CreditRules rule, int replay, long seed) {
    OliveConfig robot =
        new OliveConfig(
            Swing.DT,
            new double[] {Swing.LIMIT},
            OptionalInt.of(1),
            new double[] {Swing.INERTIA},
            1);
    return new NetLearner(Swing.INPUTS, new NetConfig(robot, List.of(24, 24), replay, seed, rule));
  }

  private static NetLearner net(long seed) {
    return net(CreditRules.KOLEN_POLLACK, 500, seed);
  }

  private static StateWriter saved(Learner learner) {
    StateWriter out = new StateWriter("net");
    learner.save(out);
    return out;
  }

  private static double figure(Learner learner, String name) {
    double[] all = new double[learner.figureNames().size()];
    learner.figures(all);
    return all[learner.figureNames().indexOf(name)];
  }

  /** First weights of the net. */
  private static double[] weights(Learner learner) {
    return new StateReader(saved(learner).bytes()).values("net.w1");
  }

  private static double act(Learner learner, double... desired) {
    double[] learned = new double[1];
    learner.act(new double[2], desired, learned);
    return learned[0];
  }

  private static Teaching told(double error, double rate) {
    Teaching teaching = new Teaching(1);
    teaching.tellError(new double[] {error}, new double[] {rate}, 0);
    return teaching;
  }

  @Test
  void firstCommandIsZero() {
    assertEquals(0, act(net(1), .3, 1, -2));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "BACKPROP",
        "FEEDBACK_ALIGNMENT",
        "DIRECT_FEEDBACK_ALIGNMENT",
        "SIGN_UNIFORM",
        "KOLEN_POLLACK",
        "WEIGHT_MIRROR"
      })
  void itTakesMostOfTheWorkFromTheFeedback(CreditRules rule) {
    double alone = new Swing().run(new NoLearner(1), 20);
    Swing swing = new Swing();
    Learner learner = net(rule, 500, 1);
    swing.run(learner, 20);
    assertTrue(swing.run(learner, 10) < .1 * alone, rule.title());
  }

  @Test
  void withReplayItStillKnowsThePostureOfAMinuteAgo() {
    assertTrue(errorOnReturn(500) < .2 * errorOnReturn(0));
  }

  /** Frozen, where it learned first, after a minute elsewhere [rad]. */
  private static double errorOnReturn(int replay) {
    Swing swing = new Swing();
    Learner learner = net(CreditRules.KOLEN_POLLACK, replay, 1);
    swing.run(learner, 20);
    swing.around(1.2);
    swing.run(learner, 40);
    learner.freeze(true);
    swing.around(0);
    swing.run(learner, 6);
    return swing.run(learner, 8);
  }

  @Test
  void aPlantThatChangesIsNoticedAndTheOldPairsAreForgotten() {
    Swing swing = new Swing();
    Learner learner = net(1);
    swing.run(learner, 40);
    assertEquals(0, figure(learner, "changes"));
    assertEquals(500, figure(learner, "replay"));
    swing.weigh(16);
    swing.run(learner, .6);
    assertEquals(1, figure(learner, "changes"));
    assertTrue(figure(learner, "replay") < 400);
  }

  @Test
  void lagAndInertiaAreMeasuredWhenNobodyKnowsThem() {
    OliveConfig robot =
        new OliveConfig(
            Swing.DT, new double[] {Swing.LIMIT}, OptionalInt.empty(), new double[0], 1);
    NetLearner learner =
        new NetLearner(
            Swing.INPUTS, new NetConfig(robot, List.of(8), 0, 1, CreditRules.FEEDBACK_ALIGNMENT));
    assertTrue(learner.identifying());
    new Swing().run(learner, 2.6);
    assertFalse(learner.identifying());
    assertFalse(learner.identificationFailed());
    assertEquals(1, figure(learner, "lag_ticks"), 1);
  }

  @Test
  void frozenItActsAndKnowsWhatItKnew() {
    Swing swing = new Swing();
    Learner learner = net(1);
    swing.run(learner, 5);
    learner.freeze(true);
    double[] before = weights(learner);
    double command = act(learner, .2, 1, 1);
    double pairs = figure(learner, "replay");
    swing.run(learner, 1);
    assertArrayEquals(before, weights(learner));
    assertEquals(command, act(learner, .2, 1, 1));
    assertEquals(pairs, figure(learner, "replay"));
    learner.freeze(false);
    swing.run(learner, .1);
    assertNotEquals(command, act(learner, .2, 1, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"FEEDBACK_ALIGNMENT", "KOLEN_POLLACK", "WEIGHT_MIRROR"})
  void savedInMidStreamItGoesOnBitForBitWhateverSeedTheOtherHad(CreditRules rule) {
    Swing swing = new Swing();
    Learner one = net(rule, 500, 1);
    swing.run(one, 3);
    Learner other = net(rule, 500, 2);
    other.load(new StateReader(saved(one).bytes()));
    assertEquals(saved(one).digest(), saved(other).digest());
    for (int t = 0; t < 500; t++) {
      double command = act(one, .001 * t, 1, -1);
      assertEquals(command, act(other, .001 * t, 1, -1));
      one.learn(told(1, .1), new double[] {command});
      other.learn(told(1, .1), new double[] {command});
    }
    assertEquals(saved(one).digest(), saved(other).digest());
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e9})
  void teachingThatCannotBeTrueIsRefusedAndCounted(double nonsense) {
    Swing swing = new Swing();
    Learner learner = net(1);
    swing.run(learner, 3);
    double[] before = weights(learner);
    double[] fine = {.1};
    learner.learn(told(nonsense, .1), fine);
    learner.learn(told(.1, nonsense), fine);
    learner.learn(told(.1, .1), new double[] {nonsense});
    assertTrue(Double.isFinite(act(learner, 0, nonsense, 0)));
    learner.learn(told(.1, .1), fine);
    assertEquals(4, figure(learner, "refused"));
    assertArrayEquals(before, weights(learner));
    swing.run(learner, .1);
    assertEquals(4, figure(learner, "refused"), "good teaching is taken again");
    assertFalse(Arrays.equals(before, weights(learner)));
  }

  @Test
  void acrossAnInterruptionNothingIsPaired() {
    Swing swing = new Swing();
    Learner learner = net(1);
    swing.run(learner, 3);
    learner.interrupt();
    double[] before = weights(learner);
    swing.run(learner, 14 * Swing.DT); // D = 1 tick + 20 ms, and 3 ticks more
    assertArrayEquals(before, weights(learner));
    swing.run(learner, 2 * Swing.DT);
    assertFalse(Arrays.equals(before, weights(learner)));
  }

  @Test
  void tickWithoutAnErrorChangesNothing() {
    Learner learner = net(1);
    new Swing().run(learner, 1);
    String before = saved(learner).digest();
    learner.learn(new Teaching(1), new double[1]);
    assertEquals(before, saved(learner).digest());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "DIRECT_FEEDBACK_ALIGNMENT",
        "KOLEN_POLLACK",
        "WEIGHT_MIRROR",
        "DECORRELATED_NODE_PERTURBATION"
      })
  void refillingItsImageAllocatesNothing(CreditRules rule) {
    Learner learner = net(rule, 500, 1);
    StateImage image = new StateImage("net");
    new Swing().run(learner, 1);
    image.fill(learner);
    assertEquals(0, Allocation.leastBytes(200, () -> image.fill(learner)));
    assertArrayEquals(saved(learner).bytes(), image.bytes());
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_FEEDBACK_ALIGNMENT", "KOLEN_POLLACK", "WEIGHT_MIRROR"})
  void aTickAllocatesNothing(CreditRules rule) {
    Learner learner = net(rule, 500, 1);
    new Swing().run(learner, 1);
    Teaching teaching = told(.1, .1);
    double[] state = new double[2];
    double[] desired = {.1, .2, .3};
    double[] learned = new double[1];
    long bytes =
        Allocation.leastBytes(
            3000,
            () -> {
              learner.act(state, desired, learned);
              learner.learn(teaching, learned);
            });
    assertEquals(0, bytes);
  }

  @Test
  void aNetWithoutHiddenLayersIsRefused() {
    OliveConfig robot =
        new OliveConfig(.002, new double[] {1}, OptionalInt.empty(), new double[0], 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new NetConfig(robot, List.of(), 0, 1, CreditRules.BACKPROP));
  }
}

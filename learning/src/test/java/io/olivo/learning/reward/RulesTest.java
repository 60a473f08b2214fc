package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import org.junit.jupiter.api.Test;

/** Critic, actor and policies, on tables of a few units. */
class RulesTest {
  private static final int[] NOWHERE = {0};
  private static final ActionSpace.Bounded UP_TO_TWO = new ActionSpace.Bounded(2);

  private static GranuleConstants constants(double discount, double actorRate, double criticRate) {
    return new GranuleConstants(
        discount, .8, 1, 1, 0, actorRate, criticRate, 0, 1, 8, 1, .001, 3, .1, .5, 1, .5, .01);
  }

  /** Sutton and Barto (2018), example 6.2: five states in a row, a reward of 1 at the right end. */
  @Test
  void criticFindsTheValuesOfTheRandomWalk() {
    TemporalDifferenceCritic critic = new TemporalDifferenceCritic(constants(.9999, .1, .005));
    SparseTraces traces = new SparseTraces(5, 1, .8, .01);
    GranuleReadout readout = new GranuleReadout(5, 1, 0);
    Chance chance = new Chance(1);
    for (int episode = 0; episode < 3000; episode++) {
      traces.clear();
      for (int state = 2; state >= 0 && state < 5; ) {
        int to = chance.uniform() < .5 ? state - 1 : state + 1;
        boolean terminal = to < 0 || to > 4;
        int[] now = {state};
        int[] next = terminal ? NOWHERE : new int[] {to};
        traces.visit(now, new double[1]);
        double error = critic.error(readout, now, to > 4 ? 1 : 0, next, terminal);
        critic.learn(readout, traces, error, next, terminal);
        traces.decay();
        state = to;
      }
    }
    for (int state = 0; state < 5; state++) {
      assertEquals((state + 1) / 6., readout.value()[state], .07);
    }
  }

  @Test
  void timeLimitIsNoTerminalState() {
    TemporalDifferenceCritic critic = new TemporalDifferenceCritic(constants(.9, .1, .5));
    GranuleReadout readout = new GranuleReadout(2, 1, 0);
    readout.value()[1] = 10;
    assertEquals(1 + 9, critic.error(readout, NOWHERE, 1, new int[] {1}, false), 1e-12);
    assertEquals(1, critic.error(readout, NOWHERE, 1, new int[] {1}, true), 1e-12);
  }

  @Test
  void criticCorrectsAtMostHalfOfItsError() {
    TemporalDifferenceCritic critic = new TemporalDifferenceCritic(constants(.9, .1, 1));
    GranuleReadout readout = new GranuleReadout(2, 1, 0);
    SparseTraces traces = new SparseTraces(2, 1, .8, .01);
    traces.visit(NOWHERE, new double[1]);
    critic.learn(readout, traces, 8, NOWHERE, true);
    assertEquals(4, readout.value()[0], 1e-6);
    assertEquals(4, critic.error(readout, NOWHERE, 8, NOWHERE, true), 1e-6);
  }

  @Test
  void actorDoesMoreOfWhatWentBetterThanExpected() {
    GranuleConstants constants = constants(.9, .1, .5);
    ThreeFactorActor actor = new ThreeFactorActor(constants);
    GranuleReadout readout = new GranuleReadout(2, 1, 0);
    SparseTraces traces = new SparseTraces(2, 1, .8, .01);
    Policy policy = Policy.of(UP_TO_TWO, constants, new Chance(1));
    traces.visit(NOWHERE, new double[] {.5});
    actor.learn(readout, traces, 1, NOWHERE, new double[1], policy, 1);
    assertEquals(.1 * .5, readout.weight(0)[0], 1e-6, "aA delta / rms xi, rms still 1");
    assertEquals(0, readout.weight(0)[1]);
    actor.learn(readout, traces, -1, NOWHERE, new double[1], policy, 1);
    assertEquals(0, readout.weight(0)[0], 1e-6);
  }

  @Test
  void stepOfTheActorIsBounded() {
    GranuleConstants constants = constants(.9, 10, .5);
    ThreeFactorActor actor = new ThreeFactorActor(constants);
    GranuleReadout readout = new GranuleReadout(2, 1, 0);
    SparseTraces traces = new SparseTraces(2, 1, .8, .01);
    traces.visit(NOWHERE, new double[] {4});
    Policy policy = Policy.of(UP_TO_TWO, constants, new Chance(1));
    actor.learn(readout, traces, 1000, NOWHERE, new double[1], policy, 1);
    assertEquals(1, readout.weight(0)[0], 1e-6, "half of sigma times the limit of 2");
  }

  @Test
  void meanBeyondTheLimitsIsPulledBack() {
    GranuleConstants constants = constants(.9, 0, .5);
    ThreeFactorActor actor = new ThreeFactorActor(constants);
    GranuleReadout readout = new GranuleReadout(2, 1, 0);
    SparseTraces traces = new SparseTraces(2, 1, .8, .01);
    traces.visit(NOWHERE, new double[1]);
    readout.weight(0)[0] = 5;
    Policy policy = Policy.of(UP_TO_TWO, constants, new Chance(1));
    actor.learn(readout, traces, 1, NOWHERE, new double[] {5}, policy, 1);
    assertEquals(5 - .1 * 3, readout.weight(0)[0], 1e-6);
    actor.learn(readout, traces, 1, NOWHERE, new double[] {1.9}, policy, 1);
    assertEquals(5 - .1 * 3, readout.weight(0)[0], 1e-6, "within the limits nothing pulls");
  }

  @Test
  void slowWeightsGoWhereTheLiveOnesAreOnTheMean() {
    GranuleReadout readout = new GranuleReadout(64, 1, 1e-3);
    double[] slow = new double[1];
    int[] winners = {17};
    for (int t = 1; t <= 20_000; t++) {
      readout.weight(0)[17] = t % 7 < 2 ? 1 : -1;
      readout.follow(t, t);
    }
    readout.preferSlowly(winners, slow);
    assertEquals(-3 / 7., slow[0], .2);
  }

  @Test
  void boundedActionIsJudgedByWhatWasApplied() {
    Policy policy = Policy.of(UP_TO_TWO, constants(.9, .1, .5), new Chance(1));
    double[] action = new double[1];
    double[] factor = new double[1];
    for (int n = 0; n < 100; n++) {
      policy.explore(new double[] {1.5}, action);
      assertTrue(Math.abs(action[0]) <= 2);
      policy.factor(action, factor);
      assertEquals(action[0] - 1.5, factor[0], 1e-12);
    }
    policy.factor(new double[] {.25}, factor); // clipped on its way
    assertEquals(-1.25, factor[0], 1e-12);
    policy.choose(new double[] {-7}, action);
    assertEquals(-2, action[0]);
  }

  @Test
  void choicesAreDrawnByTheirOdds() {
    Policy policy = Policy.of(new ActionSpace.Choice(3), constants(.9, .1, .5), new Chance(1));
    double[] preference = {Math.log(.2), Math.log(.5), Math.log(.3)};
    double[] action = new double[1];
    double[] factor = new double[3];
    int[] count = new int[3];
    for (int n = 0; n < 10_000; n++) {
      policy.explore(preference, action);
      count[(int) action[0]]++;
    }
    assertEquals(2000, count[0], 200, "5 standard deviations");
    assertEquals(5000, count[1], 250, "5 standard deviations");
    policy.factor(new double[] {2}, factor);
    assertArrayEquals(new double[] {-.2, -.5, .7}, factor, 1e-12);
    policy.choose(preference, action);
    assertEquals(1, action[0]);
  }
}

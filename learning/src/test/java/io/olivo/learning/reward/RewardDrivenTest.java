package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas;
import io.olivo.learning.Formulas.Input;
import io.olivo.learning.Teaching;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewardDrivenTest {
  private static final Formulas SEEN =
      new Formulas(List.of(new Input(Kind.OTHER, "2 * x")), List.of("x"), List.of());

  private final Notes notes = new Notes();
  private final RewardDriven driven = new RewardDriven(SEEN, notes);
  private final Teaching teaching = new Teaching(1);

  /** Writes down what it is told. */
  private static final class Notes implements RewardLearner {
    final List<String> told = new ArrayList<>();

    @Override
    public ActionSpace actions() {
      return new ActionSpace.Bounded(3);
    }

    @Override
    public void begin(double[] observation) {
      told.add("begin " + observation[0]);
    }

    @Override
    public void act(double[] observation, double[] action) {
      told.add("act " + observation[0]);
      action[0] = observation[0] + .5;
    }

    @Override
    public void actGreedily(double[] observation, double[] action) {}

    @Override
    public void learn(double[] applied, double reward, double[] next, Ending ending) {
      told.add("learn " + applied[0] + " " + reward + " " + next[0] + " " + ending);
    }

    @Override
    public void freeze(boolean frozen) {
      told.add("freeze " + frozen);
    }

    @Override
    public long refused() {
      return 0;
    }

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {}
  }

  private void tick(double x, double applied, double reward, Ending ending) {
    double[] learned = new double[1];
    driven.act(new double[] {x}, new double[0], learned);
    assertEquals(2 * x + .5, learned[0], "the action is the command");
    teaching.clear();
    teaching.tellReward(reward);
    teaching.tellEnding(ending);
    driven.learn(teaching, new double[] {applied});
  }

  @Test
  void aStepIsLearnedFromWhatWasAppliedOnceItIsKnownWhatFollowed() {
    tick(1, .25, 7, Ending.NONE);
    tick(2, .5, 8, Ending.NONE);
    assertEquals(List.of("begin 2.0", "act 2.0", "learn 0.25 7.0 4.0 NONE", "act 4.0"), notes.told);
  }

  @Test
  void anEpisodeThatEndedIsFollowedByAnother() {
    tick(1, .25, 7, Ending.TERMINAL);
    tick(2, .5, 8, Ending.NONE);
    assertEquals(
        List.of("begin 2.0", "act 2.0", "learn 0.25 7.0 4.0 TERMINAL", "begin 4.0", "act 4.0"),
        notes.told);
  }

  @Test
  void aStepThatSpansAGapIsLeftOut() {
    tick(1, .25, 7, Ending.NONE);
    driven.interrupt();
    tick(2, .5, 8, Ending.NONE);
    assertEquals(List.of("begin 2.0", "act 2.0", "begin 4.0", "act 4.0"), notes.told);
  }

  @Test
  void aStepThatEndedAnEpisodeForGoodNeedsNothingThatFollowed() {
    tick(1, .25, 7, Ending.TERMINAL);
    driven.interrupt();
    driven.interrupt();
    tick(2, .5, 8, Ending.NONE);
    assertEquals(
        List.of("begin 2.0", "act 2.0", "learn 0.25 7.0 2.0 TERMINAL", "begin 4.0", "act 4.0"),
        notes.told);
  }

  @Test
  void whileFrozenNothingIsLearnedAndThawingBeginsAnew() {
    tick(1, .25, 7, Ending.NONE);
    driven.freeze(true);
    driven.freeze(true);
    tick(2, .5, 8, Ending.NONE);
    tick(3, .5, 8, Ending.NONE);
    driven.freeze(false);
    tick(4, .5, 8, Ending.NONE);
    assertEquals(
        List.of(
            "begin 2.0",
            "act 2.0",
            "freeze true",
            "begin 4.0",
            "act 4.0",
            "act 6.0",
            "freeze false",
            "begin 8.0",
            "act 8.0"),
        notes.told);
  }

  @Test
  void aTickWithoutRewardTeachesNothing() {
    driven.act(new double[] {1}, new double[0], new double[1]);
    teaching.clear();
    driven.learn(teaching, new double[] {.5});
    tick(2, .5, 8, Ending.NONE);
    assertEquals(List.of("begin 2.0", "act 2.0", "act 4.0"), notes.told);
  }

  @Test
  void aMotorTakesNoChoice() {
    RewardLearner chooser =
        new GranuleActorCritic(
            GranuleConfig.of(1, new ActionSpace.Choice(2), GranuleConstants.U98), new Chance(1));
    assertThrows(IllegalArgumentException.class, () -> new RewardDriven(SEEN, chooser));
  }

  @Test
  void itGoesOnBitForBitAfterItWasSavedBetweenTwoTicks() {
    RewardDriven one = granules(5);
    live(one, 0, 300);
    StateWriter out = new StateWriter("driven");
    one.save(out);
    RewardDriven other = granules(6);
    other.load(new StateReader(out.bytes()));
    assertArrayEquals(live(one, 300, 600), live(other, 300, 600));
  }

  private static RewardDriven granules(long seed) {
    GranuleConfig config =
        GranuleConfig.of(1, new ActionSpace.Bounded(3), GranuleConstants.U98.withGranules(8, 8, 1));
    return new RewardDriven(SEEN, new GranuleActorCritic(config, new Chance(seed)));
  }

  private double[] live(RewardDriven who, int from, int to) {
    double[] done = new double[to - from];
    double[] learned = new double[1];
    for (int t = from; t < to; t++) {
      who.act(new double[] {StrictMath.sin(.1 * t)}, new double[0], learned);
      done[t - from] = learned[0];
      teaching.clear();
      teaching.tellReward(-learned[0] * learned[0]);
      who.learn(teaching, learned);
    }
    return done;
  }
}

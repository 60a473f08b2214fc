package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.textbook.IntegralAction;
import org.junit.jupiter.api.Test;

class PathLearnerTest {
  private static final double[] NOTHING = {0};
  private static final double[] HERE = {.5};

  private final GranuleActorCritic chooser = chooser(3);
  private final IntegralAction tracker = new IntegralAction(new double[] {1}, 1, .01);
  private final PathLearner learner = new PathLearner(tracker, chooser, 1);
  private final Teaching teaching = new Teaching(1);
  private final double[] path = new double[2];

  private static GranuleActorCritic chooser(long seed) {
    GranuleConstants constants = GranuleConstants.R.withDiscount(0).withGranules(16, 8, 1);
    return new GranuleActorCritic(
        GranuleConfig.of(1, new ActionSpace.Bounded(1, 1), constants), new Chance(seed));
  }

  private void err(double error) {
    teaching.clear();
    teaching.tellError(new double[] {error}, new double[] {error}, 0);
    learner.learn(teaching, NOTHING);
  }

  private void reward(double reward) {
    teaching.clear();
    teaching.tellReward(reward);
    learner.learn(teaching, NOTHING);
  }

  private double command() {
    double[] learned = new double[1];
    learner.act(new double[2], new double[3], learned);
    return learned[0];
  }

  @Test
  void errorTeachesTheTrackerAndNotTheChooser() {
    learner.choose(HERE, path);
    double before = command();
    for (int i = 0; i < 50; i++) {
      command();
      err(1);
    }
    assertTrue(command() > before);
    assertEquals(0, chooser.steps());
  }

  @Test
  void rewardTeachesTheChooserOncePerPathAndNotTheTracker() {
    double before = command();
    learner.choose(HERE, path);
    reward(1);
    reward(1);
    assertEquals(1, chooser.steps());
    assertEquals(before, command());
    assertEquals(0, chooser.refused());
  }

  @Test
  void theTwoMayBeToldInTheSameTick() {
    learner.choose(HERE, path);
    command();
    teaching.clear();
    teaching.tellError(new double[] {1}, new double[] {1}, 0);
    teaching.tellReward(1);
    learner.learn(teaching, NOTHING);
    assertEquals(1, chooser.steps());
    assertTrue(command() > 0);
  }

  @Test
  void aPathThatWasBrokenOffOrIsItsBestTeachesNothing() {
    learner.choose(HERE, path);
    learner.interrupt();
    reward(1);
    learner.chooseGreedily(HERE, path);
    reward(1);
    learner.freeze(true);
    learner.choose(HERE, path);
    reward(1);
    assertEquals(0, chooser.steps());
  }

  @Test
  void frozenItChoosesTheSameAndTracksTheSame() {
    learner.choose(HERE, path);
    reward(1);
    learner.freeze(true);
    double[] again = new double[2];
    learner.choose(HERE, path);
    learner.choose(HERE, again);
    assertArrayEquals(path, again);
    double before = command();
    err(5);
    assertEquals(before, command());
  }

  @Test
  void learnsWhichPathPays() {
    Chance chance = new Chance(1);
    for (int i = 0; i < 3000; i++) {
      learner.choose(new double[] {chance.normal()}, path);
      reward(-Math.abs(path[0] - .6) - Math.abs(path[1] + .4));
    }
    learner.chooseGreedily(HERE, path);
    assertArrayEquals(new double[] {.6, -.4}, path, .2);
  }

  @Test
  void savedBetweenPathAndRewardItGoesOnBitForBit() {
    learner.choose(HERE, path);
    reward(.3);
    learner.choose(HERE, path);
    command();
    err(.2);
    StateWriter out = new StateWriter("path");
    learner.save(out);
    GranuleActorCritic otherChooser = chooser(99);
    PathLearner other =
        new PathLearner(new IntegralAction(new double[] {1}, 1, .01), otherChooser, 1);
    other.load(new StateReader(out.bytes()));
    for (PathLearner one : new PathLearner[] {learner, other}) {
      teaching.clear();
      teaching.tellReward(-.5);
      one.learn(teaching, NOTHING);
      one.choose(HERE, path);
    }
    StateWriter first = new StateWriter("path");
    learner.save(first);
    StateWriter second = new StateWriter("path");
    other.save(second);
    assertEquals(first.digest(), second.digest());
    assertEquals(2, otherChooser.steps() + 0L);
  }

  @Test
  void tellsOfTheTracker() {
    assertEquals(1, learner.outputs());
    assertFalse(learner.identifying());
    assertEquals(tracker.figureNames(), learner.figureNames());
  }
}

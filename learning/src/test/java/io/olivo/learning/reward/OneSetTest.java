package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import org.junit.jupiter.api.Test;

/** A learner that sets by itself what differs between tasks. */
class OneSetTest {
  private static final GranuleConstants SMALL = GranuleConstants.U98.withGranules(24, 32, 3);

  private static GranuleActorCritic learner(Task task, GranuleConstants constants, long seed) {
    int inputs = task.observation.length;
    ActionSpace actions = task.actions();
    GranuleConfig plain =
        GranuleConfig.of(inputs, actions, constants.fitting(actions)).withOwnHorizon();
    boolean bounded = actions instanceof ActionSpace.Bounded;
    GranuleConfig config = bounded ? plain.withModel(ModelUse.selecting(inputs)) : plain;
    GranuleActorCritic learner = new GranuleActorCritic(config, new Chance(seed));
    learner.begin(task.observation);
    return learner;
  }

  @Test
  void swingsUpThePendulumWithoutTheModelsCommand() {
    GranuleActorCritic learner = learner(new Pendulum(1), GranuleConstants.U98, 900);
    new Pendulum(1).teach(learner, 20_000);
    double after = new Pendulum(99).deployed(learner, 20);
    assertTrue(after > -250, "return " + after);
    assertFalse(learner.isGuided());
  }

  @Test
  void balancesThePole() {
    GranuleActorCritic learner = learner(new CartPole(1), GranuleConstants.U98, 900);
    new CartPole(1).teach(learner, 15_000);
    double after = new CartPole(99).deployed(learner, 20);
    assertTrue(after > 475, "steps " + after);
  }

  @Test
  void reachesTargetsWithTheModelsCommand() {
    PointMass task = new PointMass(1);
    GranuleActorCritic learner = learner(task, SMALL, 900);
    double before = new PointMass(99).deployed(learner, 50);
    task.teach(learner, 20_000);
    double after = new PointMass(99).deployed(learner, 50);
    assertTrue(learner.isGuided());
    assertTrue(after > before / 2, "return " + before + ", then " + after);
  }

  @Test
  void logOddsMoveTwiceAsFastAsMeans() {
    ActionSpace.Choice choice = new ActionSpace.Choice(2);
    assertEquals(.1, GranuleConstants.U98.fitting(choice).actorRate(), 1e-12);
    assertEquals(GranuleConstants.U98, GranuleConstants.U98.fitting(new ActionSpace.Bounded(1)));
  }

  @Test
  void savedWhileItMeasuresItGoesOnBitForBitUntilAfterItHasChosenItsInputs() {
    Task task = new PointMass(4);
    GranuleActorCritic one = learner(task, SMALL, 900);
    task.teach(one, 10_140);
    assertFalse(isChosen(one));
    GranuleActorCritic other = learner(task, SMALL, 901);
    other.load(new StateReader(Twins.saved(one).bytes()));
    Twins.liveAlike(task, one, other, 2000);
    assertTrue(isChosen(one));
  }

  @Test
  void savedAfterItHasChosenItGoesOnBitForBit() {
    Task task = new PointMass(4);
    GranuleActorCritic one = learner(task, SMALL, 900);
    task.teach(one, 12_000);
    assertTrue(isChosen(one));
    GranuleActorCritic other = learner(task, SMALL, 901);
    other.load(new StateReader(Twins.saved(one).bytes()));
    Twins.liveAlike(task, one, other, 1000);
  }

  private static boolean isChosen(GranuleActorCritic learner) {
    return new StateReader(Twins.saved(learner).bytes()).getLong("relevance.steps") >= 10_000;
  }

  @Test
  void savedAmongTerminalStatesItGoesOnBitForBit() {
    Task task = new CartPole(3);
    GranuleActorCritic one = learner(task, SMALL, 900);
    task.teach(one, 1234);
    GranuleActorCritic other = learner(task, SMALL, 901);
    other.load(new StateReader(Twins.saved(one).bytes()));
    double[] fall = {1, 1, 1, 1};
    for (int t = 0; t < 500; t++) {
      for (GranuleActorCritic learner : new GranuleActorCritic[] {one, other}) {
        learner.act(task.observation, new double[1]);
        learner.learn(new double[] {t % 2}, 1, fall, t % 70 == 69 ? Ending.TERMINAL : Ending.NONE);
      }
    }
    assertEquals(Twins.saved(one).digest(), Twins.saved(other).digest());
  }

  @Test
  void stepAllocatesNothingWhileItMeasuresAndAfterwards() {
    Task task = new PointMass(5);
    GranuleActorCritic learner = learner(task, SMALL, 900);
    double[] action = new double[2];
    Runnable step =
        () -> {
          learner.act(task.observation, action);
          double reward = task.step(action);
          learner.learn(action, reward, task.observation, Ending.NONE);
        };
    assertEquals(0, Allocation.leastBytes(3000, step));
    task.teach(learner, 12_000);
    assertTrue(isChosen(learner));
    assertEquals(0, Allocation.leastBytes(3000, step));
  }
}

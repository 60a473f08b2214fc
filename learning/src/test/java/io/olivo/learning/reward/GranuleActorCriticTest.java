package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateImage;
import io.olivo.learning.snapshot.StateReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class GranuleActorCriticTest {
  private static final GranuleConstants SMALL = GranuleConstants.U98.withGranules(24, 32, 3);

  private static GranuleActorCritic learner(Task task, GranuleConstants constants, long seed) {
    int inputs = task.observation.length;
    GranuleConfig config = GranuleConfig.of(inputs, task.actions(), constants);
    GranuleActorCritic learner = new GranuleActorCritic(config, new Chance(seed));
    learner.begin(task.observation);
    return learner;
  }

  /** What is saved, without the episode that it is in: what it knows. */
  private static List<double[]> knowledge(RewardLearner learner) {
    StateReader in = new StateReader(Twins.saved(learner).bytes());
    return in.names().stream()
        .filter(name -> name.matches("(readout|sight.norm|reward|actor).*|learner.steps"))
        .map(in::values)
        .toList();
  }

  private static void assertSame(List<double[]> expected, List<double[]> actual) {
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i));
    }
  }

  @Test
  void swingsUpThePendulum() {
    GranuleActorCritic learner = learner(new Pendulum(1), GranuleConstants.U98, 900);
    double before = new Pendulum(99).deployed(learner, 20);
    new Pendulum(1).teach(learner, 20_000);
    double after = new Pendulum(99).deployed(learner, 20);
    assertTrue(before < -900 && after > -250, "return " + before + ", then " + after);
  }

  @Test
  void balancesThePole() {
    GranuleActorCritic learner = learner(new CartPole(1), GranuleConstants.U99, 900);
    double before = new CartPole(99).deployed(learner, 20);
    new CartPole(1).teach(learner, 15_000);
    double after = new CartPole(99).deployed(learner, 20);
    assertTrue(before < 100 && after > 475, "steps " + before + ", then " + after);
  }

  @Test
  void rerunIsBitEqualAndAnotherSeedIsNot() {
    String first = digestAfter(900);
    assertEquals(first, digestAfter(900));
    assertNotEquals(first, digestAfter(901));
  }

  private static String digestAfter(long seed) {
    GranuleActorCritic learner = learner(new Pendulum(2), SMALL, seed);
    new Pendulum(2).teach(learner, 3000);
    return Twins.saved(learner).digest();
  }

  @Test
  void savedInMidEpisodeItGoesOnBitForBit() {
    for (Task task : List.of(new Pendulum(3), new CartPole(3))) {
      GranuleActorCritic one = learner(task, SMALL, 900);
      task.teach(one, 1234);
      GranuleActorCritic other = learner(task, SMALL, 901);
      other.load(new StateReader(Twins.saved(one).bytes()));
      for (int t = 0; t < 2000; t++) {
        oneStepOfBoth(task, one, other);
      }
      assertEquals(Twins.saved(one).digest(), Twins.saved(other).digest());
    }
  }

  @Test
  void savedBetweenActingAndLearningItGoesOnBitForBit() {
    Task task = new Pendulum(3);
    GranuleActorCritic one = learner(task, SMALL, 900);
    task.teach(one, 500);
    double[] action = new double[1];
    one.act(task.observation, action);
    GranuleActorCritic other = learner(task, SMALL, 901);
    other.load(new StateReader(Twins.saved(one).bytes()));
    double reward = task.step(action);
    one.learn(action, reward, task.observation, Ending.NONE);
    other.learn(action, reward, task.observation, Ending.NONE);
    assertEquals(Twins.saved(one).digest(), Twins.saved(other).digest());
  }

  private static void oneStepOfBoth(Task task, RewardLearner one, RewardLearner other) {
    double[] action = new double[1];
    double[] same = new double[1];
    one.act(task.observation, action);
    other.act(task.observation, same);
    assertArrayEquals(action, same);
    double reward = task.step(action);
    Ending ending = task.ending();
    one.learn(action, reward, task.observation, ending);
    other.learn(action, reward, task.observation, ending);
    if (ending != Ending.NONE) {
      task.reset();
      one.begin(task.observation);
      other.begin(task.observation);
    }
  }

  @Test
  void frozenItActsAsDeployedAndKnowsNothingNew() {
    Task task = new Pendulum(4);
    GranuleActorCritic learner = learner(task, SMALL, 900);
    task.teach(learner, 1000);
    List<double[]> before = knowledge(learner);
    learner.freeze(true);
    double[] action = new double[1];
    double[] deployed = new double[1];
    for (int t = 0; t < 500; t++) {
      learner.act(task.observation, action);
      learner.actGreedily(task.observation, deployed);
      assertArrayEquals(deployed, action);
      double reward = task.step(action);
      learner.learn(action, reward, task.observation, task.ending());
    }
    assertSame(before, knowledge(learner));
    assertEquals(0, learner.refused());
    learner.freeze(false);
    task.teach(learner, 1000);
    assertEquals(2000, learner.steps());
  }

  @Test
  void deployingChangesNothing() {
    Task task = new Pendulum(4);
    GranuleActorCritic learner = learner(task, SMALL, 900);
    task.teach(learner, 1000);
    String before = Twins.saved(learner).digest();
    new Pendulum(5).deployed(learner, 3);
    learner.actGreedily(new double[] {Double.NaN, 0, 0}, new double[1]);
    assertEquals(before, Twins.saved(learner).digest());
  }

  @Test
  void nonsenseIsRefusedCountedAndChangesNothingThatIsKnown() {
    Task task = new Pendulum(6);
    GranuleActorCritic learner = learner(task, SMALL, 900);
    task.teach(learner, 1000);
    List<double[]> before = knowledge(learner);
    double[] fine = task.observation.clone();
    double[] nan = {0, Double.NaN, 0};
    double[] huge = {0, 1e300, 0};
    double[] action = new double[1];
    refuse(learner, fine, action, Double.NaN, fine);
    refuse(learner, fine, action, Double.NEGATIVE_INFINITY, fine);
    refuse(learner, fine, new double[] {Double.NaN}, 0, fine);
    refuse(learner, fine, action, 0, nan);
    refuse(learner, nan, action, 0, huge);
    assertEquals(5, learner.refused());
    double[] drawn = new double[1];
    learner.act(nan, drawn);
    assertTrue(Math.abs(drawn[0]) <= 2, "it still acts");
    learner.learn(drawn, 0, nan, Ending.NONE);
    assertEquals(6, learner.refused());
    assertSame(before, knowledge(learner));
    learner.begin(task.observation);
    task.teach(learner, 1000);
    assertEquals(2000, learner.steps(), "the run goes on");
    assertEquals(6, learner.refused());
  }

  private static void refuse(
      RewardLearner learner, double[] seen, double[] applied, double reward, double[] next) {
    learner.act(seen, new double[1]);
    learner.learn(applied, reward, next, Ending.NONE);
  }

  @Test
  void tracesBeginAnewAfterARefusedStep() {
    Task task = new Pendulum(6);
    GranuleActorCritic learner = learner(task, SMALL, 900);
    task.teach(learner, 150);
    double[] action = new double[1];
    learner.act(task.observation, action);
    learner.learn(action, Double.NaN, task.observation, Ending.NONE);
    StateReader in = new StateReader(Twins.saved(learner).bytes());
    assertArrayEquals(new double[24 * 32], in.values("traces.critic"));
    assertArrayEquals(new double[24 * 32], in.values("traces0"));
  }

  @Test
  void impossibleChoiceIsRefused() {
    Task task = new CartPole(7);
    GranuleActorCritic learner = learner(task, SMALL, 900);
    learner.act(task.observation, new double[1]);
    learner.learn(new double[] {2}, 1, task.observation, Ending.NONE);
    assertEquals(1, learner.refused());
    assertEquals(0, learner.steps());
  }

  @Test
  void stepAndSaveAllocateNothing() {
    for (Task task : List.of(new Pendulum(8), new CartPole(8))) {
      GranuleActorCritic learner = learner(task, SMALL, 900);
      StateImage image = new StateImage("granule");
      image.fill(learner);
      double[] action = new double[1];
      double[] observation = task.observation.clone();
      Runnable step =
          () -> {
            learner.act(observation, action);
            observation[0] = .9 * observation[0] + .1 * action[0];
            learner.learn(action, observation[0], observation, Ending.NONE);
            image.fill(learner);
          };
      assertEquals(0, Allocation.leastBytes(2000, step));
    }
  }
}

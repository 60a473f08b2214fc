package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.Chance;
import org.junit.jupiter.api.Test;

/**
 * What is not asked to set itself learns as it did before anything could: the digests are of commit
 * 6c2f4e5, and results that were reported hang on them.
 */
class UnchangedTest {
  private static String digest(Task task, GranuleConstants constants, ModelUse use, int bodies) {
    GranuleConfig config =
        GranuleConfig.of(task.observation.length, task.actions(), constants).withBodies(bodies);
    GranuleActorCritic learner =
        new GranuleActorCritic(use.isUsed() ? config.withModel(use) : config, new Chance(900));
    learner.begin(task.observation);
    task.teach(learner, use.isUsed() ? 12_000 : 3000); // until the model has a goal
    return Twins.saved(learner).digest().substring(0, 16);
  }

  @Test
  void generalSetOnThePendulum() {
    assertEquals(
        "05be320dda8751ff", digest(new Pendulum(1), GranuleConstants.U98, ModelUse.NONE, 1));
  }

  @Test
  void choicesOnTheCartPole() {
    assertEquals(
        "c11faf208e2b95a6", digest(new CartPole(1), GranuleConstants.CHOICES, ModelUse.NONE, 1));
  }

  @Test
  void modelOfThePointMassWithItsGate() {
    ModelUse use = new ModelUse(true, 0, 1);
    assertEquals("e00f45a9388eec00", digest(new PointMass(1), GranuleConstants.R, use, 1));
  }

  @Test
  void modelOfThePointMassWithoutAGate() {
    ModelUse use = new ModelUse(false, 0, 1);
    assertEquals("571d32cd3228abcd", digest(new PointMass(1), GranuleConstants.R, use, 1));
  }

  @Test
  void bodiesOnThePendulum() {
    assertEquals("b1200d4294f4985f", digest(new Pendulum(1), GranuleConstants.C, ModelUse.NONE, 4));
  }
}

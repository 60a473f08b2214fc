package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class SettlingTest {
  private final Settling settling = new Settling();

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      settling.step();
    }
  }

  @Test
  void whoNeverMovedLearnsAsUsual() {
    steps(10);
    assertEquals(1, settling.rate());
    assertEquals(12_345, settling.age(12_345));
  }

  @Test
  void hasteFadesWithAnotherBodyAndTheMeanBeginsAnew() {
    settling.begin();
    assertEquals(2, settling.rate());
    assertEquals(700, settling.age(40_000));
    assertEquals(7, settling.age(7), "no older than the learner is");
    steps(600);
    assertEquals(1 + StrictMath.exp(-1), settling.rate(), 1e-9);
    assertEquals(1300, settling.age(40_000));
  }

  @Test
  void itIsSavedAndAnOlderStateNeverMoved() {
    settling.begin();
    steps(123);
    StateWriter out = new StateWriter("settling");
    settling.save(out);
    Settling other = new Settling();
    other.load(new StateReader(out.bytes()));
    assertEquals(settling.rate(), other.rate());
    assertEquals(settling.age(9999), other.age(9999));
    StateWriter old = new StateWriter("settling");
    old.put("nothing", 0.0);
    other.load(new StateReader(old.bytes()));
    assertEquals(1, other.rate());
  }

  /** Whether the deployed action goes where reward went, 1500 steps after it did. */
  private static boolean follows(boolean moved) {
    GranuleActorCritic learner =
        new GranuleActorCritic(
            GranuleConfig.of(1, new ActionSpace.Bounded(1), GranuleConstants.U98), new Chance(900));
    PushedTo goal = new PushedTo(learner);
    goal.steps(20_000, -.5);
    if (moved) {
      learner.moved();
    }
    goal.steps(1500, .5);
    return goal.greedy() > 0;
  }

  /** Rewards an action for being near to a goal. */
  private static final class PushedTo {
    private final GranuleActorCritic learner;
    private final double[] seen = {1};
    private final double[] action = new double[1];

    PushedTo(GranuleActorCritic learner) {
      this.learner = learner;
      learner.begin(seen);
    }

    void steps(int count, double goal) {
      for (int i = 0; i < count; i++) {
        learner.act(seen, action);
        double off = action[0] - goal;
        learner.learn(action, -off * off, seen, Ending.NONE);
      }
    }

    double greedy() {
      learner.actGreedily(seen, action);
      return action[0];
    }
  }

  @Test
  void whoMovedDeploysWhatTheNewBodyNeedsSooner() {
    assertTrue(follows(true));
    assertFalse(follows(false));
  }
}

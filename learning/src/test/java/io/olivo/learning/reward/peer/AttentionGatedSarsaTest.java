package io.olivo.learning.reward.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class AttentionGatedSarsaTest {
  private static final ActionSpace.Choice TWO = new ActionSpace.Choice(2);
  private static final double GAMMA = .5;

  private static AttentionGatedSarsa learner(double epsilon, long seed) {
    return new AttentionGatedSarsa(
        1, TWO, new Chance(seed), new AttentionGatedSarsa.Constants(8, .05, epsilon, GAMMA));
  }

  /** Two places, -1 and 1: choice 1 at the second is worth 1 and ends it; choice 1 leads there. */
  private static final class Corridor {
    private final AttentionGatedSarsa learner;
    private final double[] seen = {-1};
    private final double[] next = {0};
    private final double[] action = new double[1];
    private boolean begun;

    Corridor(AttentionGatedSarsa learner) {
      this.learner = learner;
    }

    void go(int steps) {
      for (int t = 0; t < steps; t++) {
        step();
      }
    }

    private void step() {
      if (!begun) {
        seen[0] = -1;
        learner.begin(seen);
        begun = true;
      }
      learner.act(seen, action);
      boolean there = seen[0] > 0;
      boolean right = action[0] == 1;
      next[0] = right ? 1 : -1;
      learner.learn(action, there && right ? 1 : 0, next, ending(there && right));
      begun = !(there && right);
      seen[0] = next[0];
    }

    private static Ending ending(boolean over) {
      return over ? Ending.TERMINAL : Ending.NONE;
    }
  }

  private static String digest(AttentionGatedSarsa learner) {
    StateWriter out = new StateWriter("agrel");
    learner.save(out);
    return out.digest();
  }

  private static double greedy(AttentionGatedSarsa learner, double place) {
    double[] action = new double[1];
    learner.actGreedily(new double[] {place}, action);
    return action[0];
  }

  @Test
  void rewardThatComesLaterIsWorthLess() {
    AttentionGatedSarsa learner = learner(.2, 1);
    new Corridor(learner).go(20_000);
    assertEquals(1, greedy(learner, -1));
    assertEquals(1, greedy(learner, 1));
    double near = learner.value(new double[] {1}, 1);
    double far = learner.value(new double[] {-1}, 1);
    assertEquals(GAMMA, far / near, .15, far + " of " + near);
  }

  @Test
  void onlyTheChoiceThatWasMadeIsTaught() {
    AttentionGatedSarsa learner = learner(0, 1);
    double[] here = {.3};
    learner.begin(here);
    learner.act(here, new double[1]);
    learner.learn(new double[] {1}, 1, here, Ending.TERMINAL);
    assertEquals(0, learner.value(here, 0), 0);
    assertTrue(learner.value(here, 1) > 0);
  }

  @Test
  void whatWouldHaveFollowedATimeLimitCounts() {
    double over = worthOfOneStep(Ending.TERMINAL);
    double cutOff = worthOfOneStep(Ending.TIME_LIMIT);
    assertEquals(1 / (1 - GAMMA), cutOff / over, .4, cutOff + " of " + over);
  }

  /** Rewards are 0 and 2 in turn: a reward that is always the same has no spread. */
  private static double worthOfOneStep(Ending ending) {
    AttentionGatedSarsa learner = learner(0, 1);
    double[] here = {.3};
    double[] action = new double[1];
    for (int i = 0; i < 2000; i++) {
      learner.begin(here);
      learner.act(here, action);
      learner.learn(new double[] {1}, i % 2 * 2, here, ending);
    }
    return learner.value(here, 1);
  }

  @Test
  void whatItWillDoNextIsWhatItLearnedFrom() {
    AttentionGatedSarsa one = learner(.9, 1);
    new Corridor(one).go(101);
    StateWriter out = new StateWriter("agrel");
    one.save(out);
    AttentionGatedSarsa two = learner(.9, 5);
    two.load(new StateReader(out.bytes()));
    double[] first = new double[1];
    double[] second = new double[1];
    one.act(new double[] {1}, first);
    two.act(new double[] {1}, second);
    assertEquals(first[0], second[0]);
    assertEquals(digest(one), digest(two));
  }

  @Test
  void savedInMidEpisodeItGoesOnBitForBit() {
    AttentionGatedSarsa one = learner(.3, 1);
    Corridor task = new Corridor(one);
    task.go(333);
    StateWriter out = new StateWriter("agrel");
    one.save(out);
    AttentionGatedSarsa two = learner(.3, 9);
    two.load(new StateReader(out.bytes()));
    Corridor same = new Corridor(two);
    same.seen[0] = task.seen[0];
    same.begun = task.begun;
    task.go(500);
    same.go(500);
    assertEquals(digest(one), digest(two));
  }

  @Test
  void frozenItChangesNothing() {
    AttentionGatedSarsa learner = learner(.3, 1);
    Corridor task = new Corridor(learner);
    task.go(100);
    learner.freeze(true);
    String before = digest(learner);
    task.go(100);
    assertEquals(before, digest(learner));
    learner.freeze(false);
    task.go(100);
    assertNotEquals(before, digest(learner));
  }

  @Test
  void whatIsNoNumberIsRefusedAndTheRunGoesOn() {
    AttentionGatedSarsa learner = learner(.2, 1);
    Corridor task = new Corridor(learner);
    for (int i = 0; i < 200; i++) {
      task.go(100);
      learner.learn(new double[] {1}, Double.NaN, new double[] {0}, Ending.NONE);
      learner.learn(new double[] {1}, 1, new double[] {Double.NaN}, Ending.NONE);
      learner.learn(new double[] {7}, 1, new double[] {0}, Ending.NONE);
    }
    assertEquals(600, learner.refused());
    assertEquals(1, greedy(learner, 1));
  }

  @Test
  void stepsAllocateNothing() {
    Corridor task = new Corridor(learner(.2, 1));
    assertEquals(0, Allocation.leastBytes(8000, () -> task.go(1)));
  }
}

package io.olivo.learning.reward.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.credit.KolenPollack;
import io.olivo.learning.credit.Transpose;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.learning.reward.peer.EpisodicPerturbation.Against;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every peer must keep, on a task of two inputs: do what the first one says. */
class PeersTest {
  /** Everybody, for a bounded action and for a choice. */
  enum Who {
    RANDOM,
    REINFORCE,
    BASELINE,
    OPPOSITE,
    ARS,
    NP,
    STREAM,
    STREAM_KP;

    RewardLearner learner(ActionSpace actions, long seed) {
      Chance chance = new Chance(seed);
      return switch (this) {
        case RANDOM -> new RandomActions(actions, chance);
        case REINFORCE -> new Reinforce(2, actions, chance, .003);
        case BASELINE -> new EpisodicPerturbation(2, actions, chance, Against.BASELINE, .3, .01);
        case OPPOSITE -> new EpisodicPerturbation(2, actions, chance, Against.OPPOSITE, .3, .005);
        case NP ->
            new NodePerturbedPolicy(
                2, actions, chance, new NodePerturbedPolicy.Constants(8, 1, .01));
        case STREAM ->
            new StreamActorCritic(2, actions, chance, (net, c) -> new Transpose(net), 16, 0);
        case STREAM_KP -> new StreamActorCritic(2, actions, chance, KolenPollack::new, 16, 1e-4);
        case ARS -> new AugmentedRandomSearch(2, actions, chance, 4, 2, .3, .1);
      };
    }
  }

  private static final ActionSpace BOUNDED = new ActionSpace.Bounded(3);
  private static final ActionSpace CHOICE = new ActionSpace.Choice(2);

  /** Ten steps an episode; the reward is higher the closer the action is to what is right. */
  private static final class Follow {
    private final RewardLearner learner;
    private final Chance chance;
    private double[] seen = new double[2];
    private double[] next = new double[2];
    private final double[] action = new double[1];
    private int step;
    private double sum;

    Follow(RewardLearner learner, long seed) {
      this.learner = learner;
      chance = new Chance(seed);
    }

    void go(int steps) {
      for (int t = 0; t < steps; t++) {
        if (step % 10 == 0) {
          look(seen);
          learner.begin(seen);
        }
        learner.act(seen, action);
        double reward = reward(seen, action[0]);
        sum += reward;
        step++;
        look(next);
        learner.learn(action, reward, next, step % 10 == 0 ? Ending.TERMINAL : Ending.NONE);
        double[] old = seen;
        seen = next;
        next = old;
      }
    }

    private void look(double[] into) {
      into[0] = 5 + 2 * chance.normal();
      into[1] = chance.normal();
    }

    private double reward(double[] of, double a) {
      double right = (of[0] - 5) / 2;
      return learner.actions() instanceof ActionSpace.Choice
          ? (a == 1) == right > 0 ? 1 : 0
          : -Math.abs(a - Math.clamp(right, -3, 3));
    }

    double greedy(int steps) {
      double all = 0;
      for (int t = 0; t < steps; t++) {
        look(seen);
        learner.actGreedily(seen, action);
        all += reward(seen, action[0]);
      }
      return all / steps;
    }
  }

  private static String digest(RewardLearner learner) {
    StateWriter out = new StateWriter("peer");
    learner.save(out);
    return out.digest();
  }

  private static Stream<ActionSpace> spaces() {
    return Stream.of(BOUNDED, CHOICE);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RANDOM")
  void everyRuleLearnsToChoose(Who who) {
    RewardLearner learner = who.learner(CHOICE, 1);
    double before = new Follow(learner, 9).greedy(1000);
    new Follow(learner, 2).go(30_000);
    double after = new Follow(learner, 9).greedy(1000);
    assertTrue(before < .8 && after > .9, who + ": " + before + " to " + after);
  }

  @ParameterizedTest
  @EnumSource(names = {"REINFORCE", "BASELINE", "OPPOSITE", "ARS"})
  void everyRuleLearnsToFollow(Who who) {
    RewardLearner learner = who.learner(BOUNDED, 1);
    new Follow(learner, 2).go(30_000);
    double after = new Follow(learner, 9).greedy(1000);
    assertTrue(after > -.4, who + " ends at " + after + "; doing nothing earns -.8");
  }

  @ParameterizedTest
  @EnumSource
  void savedInTheMiddleOfAnEpisodeItGoesOnBitForBit(Who who) {
    spaces()
        .forEach(
            space -> {
              RewardLearner one = who.learner(space, 1);
              Follow task = new Follow(one, 2);
              task.go(234);
              StateWriter out = new StateWriter("peer");
              one.save(out);
              RewardLearner two = who.learner(space, 99);
              two.load(new StateReader(out.bytes()));
              assertEquals(digest(one), digest(two));
              Follow same = new Follow(two, 2);
              same.chance.load(stateOf(task), "chance");
              System.arraycopy(task.seen, 0, same.seen, 0, 2);
              same.step = task.step;
              task.go(777);
              same.go(777);
              assertEquals(digest(one), digest(two), who + " " + space);
            });
  }

  private static StateReader stateOf(Follow task) {
    StateWriter out = new StateWriter("task");
    task.chance.save(out, "chance");
    return new StateReader(out.bytes());
  }

  @ParameterizedTest
  @EnumSource
  void greedyActionsDisturbNothing(Who who) {
    RewardLearner one = who.learner(BOUNDED, 1);
    RewardLearner two = who.learner(BOUNDED, 1);
    Follow task = new Follow(one, 2);
    Follow same = new Follow(two, 2);
    for (int i = 0; i < 300; i++) {
      task.go(1);
      same.go(1);
      two.actGreedily(new double[] {i, -i}, new double[1]);
    }
    assertEquals(digest(one), digest(two));
  }

  @ParameterizedTest
  @EnumSource
  void frozenItDoesWhatItDeploysAndChangesNothing(Who who) {
    RewardLearner learner = who.learner(BOUNDED, 1);
    Follow task = new Follow(learner, 2);
    task.go(205);
    learner.freeze(true);
    String before = digest(learner);
    double[] acted = new double[1];
    double[] greedy = new double[1];
    learner.act(new double[] {6, 1}, acted);
    learner.actGreedily(new double[] {6, 1}, greedy);
    assertArrayEquals(greedy, acted);
    task.go(500);
    assertEquals(before, digest(learner));
    learner.freeze(false);
    task.go(500);
    assertNotEquals(before, digest(learner));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RANDOM")
  void whatIsNoNumberIsRefusedAndTheRunGoesOn(Who who) {
    RewardLearner learner = who.learner(CHOICE, 1);
    Follow task = new Follow(learner, 2);
    double[] right = {5, 0};
    double[] odd = {5, Double.NaN};
    for (int i = 0; i < 300; i++) {
      task.go(100); // ten episodes
      learner.learn(new double[] {1}, Double.NaN, right, Ending.NONE);
      learner.learn(new double[] {1}, Double.POSITIVE_INFINITY, right, Ending.TERMINAL);
      learner.learn(new double[] {1}, 1, odd, Ending.NONE);
    }
    assertEquals(900, learner.refused());
    assertTrue(new Follow(learner, 9).greedy(1000) > .9, "it learned all the same");
  }

  @ParameterizedTest
  @EnumSource
  void actionsStayWithinTheirLimits(Who who) {
    RewardLearner learner = who.learner(BOUNDED, 1);
    Follow task = new Follow(learner, 2);
    double largest = 0;
    for (int i = 0; i < 2000; i++) {
      task.go(1);
      largest = Math.max(largest, Math.abs(task.action[0]));
    }
    assertTrue(largest <= 3 && largest > .1, who + " " + largest);
  }

  @ParameterizedTest
  @EnumSource
  void stepsAllocateNothing(Who who) {
    Follow task = new Follow(who.learner(CHOICE, 1), 2);
    assertEquals(0, Allocation.leastBytes(8000, () -> task.go(1)));
  }
}

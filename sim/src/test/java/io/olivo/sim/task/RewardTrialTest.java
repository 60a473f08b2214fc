package io.olivo.sim.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardTrialTest {
  /** Balances the pole by a known law, from a given step on; notes what it was told. */
  private static final class KnownLaw implements RewardLearner {
    private final long from;
    private final ActionSpace actions;
    private final List<Ending> endings = new ArrayList<>();
    private long steps;
    private int begins;

    KnownLaw(Task task, long from) {
      this.from = from;
      actions = task.actions();
    }

    @Override
    public ActionSpace actions() {
      return actions;
    }

    @Override
    public void begin(double[] observation) {
      begins++;
    }

    @Override
    public void act(double[] observation, double[] action) {
      action[0] = steps % 2;
    }

    @Override
    public void actGreedily(double[] o, double[] action) {
      boolean right = .05 * o[0] + .1 * o[1] + o[2] + .3 * o[3] > 0;
      action[0] = steps >= from && right ? 1 : 0;
    }

    @Override
    public void learn(double[] applied, double reward, double[] next, Ending ending) {
      steps++;
      if (ending != Ending.NONE) {
        endings.add(ending);
      }
    }

    @Override
    public void freeze(boolean frozen) {
      // never asked
    }

    @Override
    public long refused() {
      return 7;
    }

    @Override
    public void save(StateWriter out) {
      out.put("steps", steps);
    }

    @Override
    public void load(StateReader in) {
      steps = in.getLong("steps");
    }
  }

  private static RewardTrial cartPole(long steps, long every) {
    return new RewardTrial("cartpole-V1", Circumstances.NONE, steps, every);
  }

  @Test
  void solvedAtTheFirstCheckpointWhosePolicyPasses() {
    AtomicLong done = new AtomicLong();
    RewardOutcome outcome =
        cartPole(1000, 200)
            .run((task, chance) -> new KnownLaw(task, 500), 4, some -> done.addAndGet(some));
    assertEquals(600, outcome.solvedAtSteps());
    assertTrue(outcome.isSolved() && outcome.finalSuccess());
    assertEquals(500, outcome.last().meanReturn());
    assertEquals(1, outcome.last().success());
    assertEquals(5, outcome.checkpoints().size());
    assertTrue(outcome.checkpoints().get(1).meanReturn() < 20, "it was not yet the law");
    assertEquals(7, outcome.refused());
    assertEquals(1000, done.get());
  }

  @Test
  void whatIsNeverSolvedIsNoNumberAndNoSuccess() {
    RewardOutcome outcome =
        cartPole(100, 50).run((task, chance) -> new KnownLaw(task, 1000), 4, some -> {});
    assertTrue(Double.isNaN(outcome.solvedAtSteps()));
    assertFalse(outcome.isSolved() || outcome.finalSuccess());
  }

  @Test
  void everyEpisodeBeginsAndItsEndingIsToldAsItWas() {
    List<KnownLaw> made = new ArrayList<>();
    RewardTrial trial = new RewardTrial("Acrobot-v1", Circumstances.NONE, 1100, 1100);
    RewardMaker maker =
        (task, chance) -> {
          made.add(new KnownLaw(task, 0));
          return made.getLast();
        };
    trial.run(maker, 1, some -> {});
    assertEquals(3, made.getFirst().begins);
    assertEquals(List.of(Ending.TIME_LIMIT, Ending.TIME_LIMIT), made.getFirst().endings);
  }

  @Test
  void judgingDisturbsNothing() {
    assertEquals(learned(2000, 200), learned(2000, 2000));
    assertNotEquals(learned(2000, 2000), learned(2000, 1000, 6));
  }

  private static String learned(long steps, long every) {
    return learned(steps, every, 5);
  }

  private static String learned(long steps, long every, long seed) {
    List<RewardLearner> made = new ArrayList<>();
    RewardMaker maker =
        (task, chance) -> {
          made.add(RewardAlgos.REINFORCE.maker().learner(task, chance));
          return made.getLast();
        };
    cartPole(steps, every).run(maker, seed, some -> {});
    StateWriter out = new StateWriter("learner");
    made.getFirst().save(out);
    return out.digest();
  }

  @Test
  void sameSeedGivesTheSameNumbers() {
    RewardTrial trial =
        new RewardTrial(
            "Pendulum-v1",
            new Circumstances(1, .05, List.of(new TaskChange(500, "gain", .7))),
            1000,
            500);
    RewardOutcome one = trial.run(RewardAlgos.REINFORCE.maker(), 3, some -> {});
    RewardOutcome two = trial.run(RewardAlgos.REINFORCE.maker(), 3, some -> {});
    assertEquals(one.checkpoints(), two.checkpoints());
    assertEquals(one.last(), two.last());
    RewardOutcome other = trial.run(RewardAlgos.REINFORCE.maker(), 4, some -> {});
    assertNotEquals(one.last(), other.last());
  }

  @Test
  void actionThatIsNoNumberOrTooLargeIsNotDone() {
    AppliedAction bounded = new AppliedAction(new ActionSpace.Bounded(2, 3));
    bounded.wanted()[0] = Double.NaN;
    bounded.wanted()[1] = -99;
    assertEquals(0, bounded.applied()[0]);
    assertEquals(-3, bounded.applied()[1]);
    AppliedAction choice = new AppliedAction(new ActionSpace.Choice(3));
    choice.wanted()[0] = 7;
    assertEquals(2, choice.applied()[0]);
    choice.wanted()[0] = 1.9;
    assertEquals(1, choice.applied()[0]);
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "100, 101", "0, 1"})
  void checkpointsMustFit(long steps, long every) {
    assertThrows(IllegalArgumentException.class, () -> cartPole(steps, every));
  }

  @Test
  void unknownLearnerIsRefusedWithTheKnownOnes() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> RewardAlgos.of("sac"));
    assertTrue(e.getMessage().contains("random, reinforce"), e.getMessage());
  }
}

package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.sim.task.RewardOutcome.Checkpoint;
import java.util.function.LongConsumer;

/**
 * A learner whose body is changed again and again in mid-run; nobody tells it. Half of the bodies
 * return, the others never do. The bodies belong to the seed, whoever learns.
 *
 * <p>Recovered: the first test, of 20 greedy episodes, whose mean return is at least the bar.
 *
 * @param task its name
 * @param changes how many
 * @param differing how many parameters of a new body are drawn anew, at least one
 * @param phaseSteps before the first change, and after each
 * @param every steps between two tests; the first is at once after the change
 * @param bar mean return of a test that is passed; NaN for what solves the task
 */
public record ChangesTrial(
    String task, int changes, int differing, long phaseSteps, long every, double bar) {
  /** Checks the numbers. */
  public ChangesTrial {
    if (changes < 1) {
      throw new IllegalArgumentException("there must be at least one change, got " + changes);
    }
    if (differing < 1) {
      throw new IllegalArgumentException(
          "a new body must differ in at least one parameter, got " + differing);
    }
    if (every < 1 || phaseSteps < every) {
      throw new IllegalArgumentException(
          "tests must lie at least one step apart and no more than a phase of %d, got %d"
              .formatted(phaseSteps, every));
    }
    task = Tasks.named(task).name();
  }

  /** Steps of learning. */
  public long steps() {
    return (changes + 1) * phaseSteps;
  }

  /** Whether a test is passed. */
  boolean passes(Checkpoint test) {
    return Double.isNaN(bar)
        ? Tasks.named(task).isSolved(test.meanReturn(), test.success())
        : test.meanReturn() >= bar;
  }

  /**
   * Learns, is changed and tested.
   *
   * @param seed of everything that is drawn
   * @param done told the steps that were done since it was told last
   */
  public ChangesOutcome run(RewardMaker maker, long seed, LongConsumer done) {
    return new ChangesRun(this, maker, new Chance(seed)).run(seed, done);
  }
}

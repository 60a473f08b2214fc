package io.olivo.deploy.bench;

import io.olivo.sim.task.RewardAlgos;
import io.olivo.sim.task.RewardOutcome;
import io.olivo.sim.task.RewardOutcome.Checkpoint;
import io.olivo.sim.task.RewardTrial;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One learner on one task, over all seeds.
 *
 * @param trial what was measured
 * @param algo who learned
 * @param outcomes by seed
 */
public record RewardRow(RewardTrial trial, RewardAlgos algo, List<RewardOutcome> outcomes) {
  /** Keeps its own copy. */
  public RewardRow {
    outcomes = List.copyOf(outcomes);
  }

  /** How many seeds were solved at some checkpoint. */
  public long solved() {
    return outcomes.stream().filter(RewardOutcome::isSolved).count();
  }

  /** How many seeds pass at the end. */
  public long passing() {
    return outcomes.stream().filter(RewardOutcome::finalSuccess).count();
  }

  /** First checkpoint that was solved [steps]; a seed that never was is worse than every number. */
  public Statistics steps() {
    return over(RewardOutcome::solvedAtSteps);
  }

  /** Greedy return after the last step; the worst is the largest, as of every figure. */
  public Statistics finalReturn() {
    return over(outcome -> outcome.last().meanReturn());
  }

  /** The smallest greedy return after the last step. */
  public double leastReturn() {
    return outcomes.stream().mapToDouble(one -> one.last().meanReturn()).min().orElse(Double.NaN);
  }

  /** Share of greedy episodes that succeed after the last step. */
  public Statistics success() {
    return over(outcome -> outcome.last().success());
  }

  /** Time of a step [us]. */
  public Statistics micros() {
    return over(RewardOutcome::micros);
  }

  private Statistics over(ToDoubleFunction<RewardOutcome> figure) {
    return Statistics.of(outcomes.stream().mapToDouble(figure).toArray());
  }

  /** The steps of the checkpoints. */
  double[] checkpoints() {
    return outcomes.getFirst().checkpoints().stream().mapToDouble(Checkpoint::step).toArray();
  }

  /** Greedy returns of all seeds at one checkpoint, the smallest first. */
  double[] returnsAt(int checkpoint) {
    return outcomes.stream()
        .mapToDouble(one -> one.checkpoints().get(checkpoint).meanReturn())
        .sorted()
        .toArray();
  }
}

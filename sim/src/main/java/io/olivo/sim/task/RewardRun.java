package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.sim.task.RewardOutcome.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The run of a {@link RewardTrial}. */
final class RewardRun {
  private static final int FEW = 20; // episodes
  private static final int MANY = 100; // episodes

  private final RewardTrial trial;
  private final Task task;
  private final RewardLearner learner;
  private final Practice practice;
  private final GreedyJudge judge;
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private double solvedAt = Double.NaN;
  private long nanos;

  RewardRun(RewardTrial trial, RewardMaker maker, Chance chance) {
    this.trial = trial;
    task = trial.circumstances().task(trial.task(), new Chance(chance.bits()));
    Chance beginnings = new Chance(chance.bits());
    learner = maker.learner(task, new Chance(chance.bits()));
    practice = new Practice(task, beginnings, learner);
    Task other = trial.circumstances().task(trial.task(), new Chance(chance.bits()));
    judge = new GreedyJudge(other, new Chance(chance.bits()));
  }

  RewardOutcome run(long seed, LongConsumer done) {
    trial.circumstances().apply(0, task, judge.task());
    practice.begin();
    for (long step = 0; step < trial.steps(); ) {
      long block = Math.min(trial.every(), trial.steps() - step);
      learn(step, block);
      step += block;
      if (step % trial.every() == 0) {
        judge(step);
      }
      done.accept(block);
    }
    Checkpoint last = judge.judge(learner, trial.steps(), MANY);
    double micros = nanos * 1e-3 / trial.steps();
    return new RewardOutcome(
        seed, checkpoints, solvedAt, last, solves(last), micros, learner.refused());
  }

  private void learn(long from, long steps) {
    long begin = System.nanoTime();
    for (long step = from; step < from + steps; step++) {
      practice.step();
      trial.circumstances().apply(step + 1, task, judge.task());
    }
    nanos += System.nanoTime() - begin;
  }

  private void judge(long step) {
    Checkpoint few = judge.judge(learner, step, FEW);
    checkpoints.add(few);
    if (Double.isNaN(solvedAt) && solves(few) && solves(judge.judge(learner, step, MANY))) {
      solvedAt = step;
    }
  }

  private boolean solves(Checkpoint checkpoint) {
    return task.isSolved(checkpoint.meanReturn(), checkpoint.success());
  }
}

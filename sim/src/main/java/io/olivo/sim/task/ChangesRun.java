package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.sim.task.RewardOutcome.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The run of a {@link ChangesTrial}. */
final class ChangesRun {
  private static final int EPISODES = 20; // of a test

  private final ChangesTrial trial;
  private final List<Body> bodies;
  private final Task task;
  private final RewardLearner learner;
  private final Practice practice;
  private final GreedyJudge judge;
  private long nanos;

  ChangesRun(ChangesTrial trial, RewardMaker maker, Chance chance) {
    this.trial = trial;
    task = Tasks.named(trial.task());
    bodies = new Bodies(task, trial.differing()).draw(trial.changes(), new Chance(chance.bits()));
    learner = maker.learner(task, new Chance(chance.bits()));
    practice = new Practice(task, new Chance(chance.bits()), learner);
    judge = new GreedyJudge(Tasks.named(trial.task()), new Chance(chance.bits()));
  }

  ChangesOutcome run(long seed, LongConsumer done) {
    practice.begin();
    learn(trial.phaseSteps());
    done.accept(trial.phaseSteps());
    List<Recovery> recoveries = new ArrayList<>();
    for (Body body : bodies) {
      body.wear(task);
      body.wear(judge.task());
      recoveries.add(recovery(body));
      done.accept(trial.phaseSteps());
    }
    return new ChangesOutcome(seed, recoveries, nanos * 1e-3 / trial.steps(), learner.refused());
  }

  private Recovery recovery(Body body) {
    Checkpoint first = test(0);
    Checkpoint latest = first;
    long step = 0;
    while (!trial.passes(latest) && step + trial.every() <= trial.phaseSteps()) {
      learn(trial.every());
      step += trial.every();
      latest = test(step);
    }
    learn(trial.phaseSteps() - step);
    Checkpoint last = step == trial.phaseSteps() ? latest : test(trial.phaseSteps());
    double recoveredAt = trial.passes(latest) ? latest.step() : Double.NaN;
    return new Recovery(
        body, first.meanReturn(), recoveredAt, last.meanReturn(), trial.passes(last));
  }

  private Checkpoint test(long step) {
    return judge.judge(learner, step, EPISODES);
  }

  private void learn(long steps) {
    long begin = System.nanoTime();
    for (long step = 0; step < steps; step++) {
      practice.step();
    }
    nanos += System.nanoTime() - begin;
  }
}

package io.olivo.deploy.bench;

import io.olivo.sim.task.ChangesOutcome;
import io.olivo.sim.task.ChangesTrial;
import io.olivo.sim.task.RewardAlgos;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;

/**
 * Measures how learners get over changes of their body, each on every seed; the results do not
 * depend on how many run at a time.
 *
 * @param trial what happens to them
 * @param algos who learns
 * @param seeds of all that is drawn
 * @param jobs runs at a time
 */
public record ChangesBench(
    ChangesTrial trial, List<RewardAlgos> algos, List<Long> seeds, int jobs) {
  /** Keeps its own copies. */
  public ChangesBench {
    algos = List.copyOf(algos);
    seeds = List.copyOf(seeds);
  }

  /** How many runs there are. */
  public int runs() {
    return algos.size() * seeds.size();
  }

  /** Steps of all runs together. */
  public long steps() {
    return runs() * trial.steps();
  }

  /**
   * Runs all of it.
   *
   * @param done told, by several threads, how many steps were done since
   * @return one row per learner
   */
  public List<ChangesRow> run(LongConsumer done) throws InterruptedException {
    List<Callable<ChangesOutcome>> runs = new ArrayList<>();
    for (RewardAlgos algo : algos) {
      for (long seed : seeds) {
        runs.add(() -> trial.run(algo.maker(), seed, done));
      }
    }
    List<ChangesOutcome> outcomes = new Jobs(jobs).run(runs);
    List<ChangesRow> rows = new ArrayList<>();
    for (int a = 0; a < algos.size(); a++) {
      int from = a * seeds.size();
      rows.add(new ChangesRow(trial, algos.get(a), outcomes.subList(from, from + seeds.size())));
    }
    return rows;
  }
}

package io.olivo.deploy.bench;

import io.olivo.sim.task.RewardAlgos;
import io.olivo.sim.task.RewardOutcome;
import io.olivo.sim.task.RewardTrial;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;

/**
 * Measures learners from reward on tasks, each on every seed; the results do not depend on how many
 * run at a time.
 *
 * @param trials one per task
 * @param algos who learns
 * @param seeds of all that is drawn
 * @param jobs runs at a time
 */
public record RewardBench(
    List<RewardTrial> trials, List<RewardAlgos> algos, List<Long> seeds, int jobs) {
  /** Keeps its own copies. */
  public RewardBench {
    trials = List.copyOf(trials);
    algos = List.copyOf(algos);
    seeds = List.copyOf(seeds);
  }

  /** How many runs there are. */
  public int runs() {
    return trials.size() * algos.size() * seeds.size();
  }

  /** Steps of all runs together. */
  public long steps() {
    return trials.stream().mapToLong(RewardTrial::steps).sum() * algos.size() * seeds.size();
  }

  /**
   * Runs all of it.
   *
   * @param done told, by several threads, how many steps were done since
   * @return one row per task and learner
   */
  public List<RewardRow> run(LongConsumer done) throws InterruptedException {
    List<Callable<RewardOutcome>> runs = new ArrayList<>();
    for (RewardTrial trial : trials) {
      for (RewardAlgos algo : algos) {
        for (long seed : seeds) {
          runs.add(() -> trial.run(algo.maker(), seed, done));
        }
      }
    }
    Iterator<RewardOutcome> outcomes = new Jobs(jobs).run(runs).iterator();
    List<RewardRow> rows = new ArrayList<>();
    for (RewardTrial trial : trials) {
      for (RewardAlgos algo : algos) {
        rows.add(new RewardRow(trial, algo, seeds.stream().map(s -> outcomes.next()).toList()));
      }
    }
    return rows;
  }
}

package io.olivo.deploy.bench;

import io.olivo.sim.task.RewardAlgos;
import io.olivo.sim.task.RewardOutcome;
import io.olivo.sim.task.RewardTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    ExecutorService threads = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().factory());
    try {
      List<Pending> pending = new ArrayList<>();
      for (RewardTrial trial : trials) {
        for (RewardAlgos algo : algos) {
          pending.add(new Pending(trial, algo, submit(threads, trial, algo, done)));
        }
      }
      List<RewardRow> rows = new ArrayList<>();
      for (Pending one : pending) {
        rows.add(one.row());
      }
      return rows;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Future<RewardOutcome>> submit(
      ExecutorService threads, RewardTrial trial, RewardAlgos algo, LongConsumer done) {
    List<Future<RewardOutcome>> outcomes = new ArrayList<>();
    for (long seed : seeds) {
      outcomes.add(threads.submit(() -> trial.run(algo.maker(), seed, done)));
    }
    return outcomes;
  }

  private record Pending(
      RewardTrial trial, RewardAlgos algo, List<Future<RewardOutcome>> outcomes) {
    RewardRow row() throws InterruptedException, ExecutionException {
      List<RewardOutcome> known = new ArrayList<>();
      for (Future<RewardOutcome> one : outcomes) {
        known.add(one.get());
      }
      return new RewardRow(trial, algo, known);
    }
  }
}

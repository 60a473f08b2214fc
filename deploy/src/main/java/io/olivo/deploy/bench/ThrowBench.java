package io.olivo.deploy.bench;

import io.olivo.sim.throwing.Teachers;
import io.olivo.sim.throwing.ThrowOutcome;
import io.olivo.sim.throwing.ThrowTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Measures arms that learn to throw, each on every seed; the results do not depend on how many run
 * at a time.
 *
 * @param trial what is measured
 * @param arms by what they are taught
 * @param seeds of all that is drawn
 * @param jobs runs at a time
 */
public record ThrowBench(ThrowTrial trial, List<Teachers> arms, List<Long> seeds, int jobs) {
  /** Keeps its own copies. */
  public ThrowBench {
    arms = List.copyOf(arms);
    seeds = List.copyOf(seeds);
  }

  /** Throws of all runs together. */
  public long steps() {
    return (long) trial.count() * arms.size() * seeds.size();
  }

  /** How many runs there are. */
  public int runs() {
    return arms.size() * seeds.size();
  }

  /**
   * Runs all of it.
   *
   * @param done told, by several threads, how many throws were done since
   * @return one row per arm
   */
  public List<ThrowRow> run(LongConsumer done) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().factory());
    try {
      List<List<Future<ThrowOutcome>>> pending = new ArrayList<>();
      for (Teachers arm : arms) {
        pending.add(submit(threads, arm, done));
      }
      List<ThrowRow> rows = new ArrayList<>();
      for (int i = 0; i < arms.size(); i++) {
        rows.add(new ThrowRow(arms.get(i), collected(pending.get(i))));
      }
      return rows;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Future<ThrowOutcome>> submit(
      ExecutorService threads, Teachers arm, LongConsumer done) {
    List<Future<ThrowOutcome>> outcomes = new ArrayList<>();
    for (long seed : seeds) {
      outcomes.add(threads.submit(() -> trial.run(arm, seed, done)));
    }
    return outcomes;
  }

  private static List<ThrowOutcome> collected(List<Future<ThrowOutcome>> pending)
      throws InterruptedException, ExecutionException {
    List<ThrowOutcome> outcomes = new ArrayList<>();
    for (Future<ThrowOutcome> one : pending) {
      outcomes.add(one.get());
    }
    return outcomes;
  }
}

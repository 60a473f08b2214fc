package io.olivo.deploy.bench;

import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.wiring.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Runs every learner on every seed, side by side on several threads. The feedback alone runs once
 * per seed, for all of them.
 *
 * @param trial what is measured
 * @param learners who learn, at least one
 * @param seeds at least one
 * @param jobs how many runs at a time
 */
public record Bench(Trial trial, List<Rule> learners, List<Long> seeds, int jobs) {
  /** Who adds nothing to the feedback. */
  private static final Rule ALONE = Rule.PD;

  /** Keeps its own copies. */
  public Bench {
    learners = List.copyOf(learners);
    seeds = List.copyOf(seeds);
  }

  /**
   * Refuses what cannot run, before anything does.
   *
   * @throws RobotFileException when the robot cannot have one of the learners
   */
  public Bench checked() {
    learners.forEach(trial::check);
    return this;
  }

  /** How many runs there are, the feedback's included. */
  public int runs() {
    return seeds.size() * (1 + (int) learners.stream().filter(rule -> rule != ALONE).count());
  }

  /**
   * Runs all of it.
   *
   * @param done is told, by the calling thread, how many runs are done
   */
  public Measured run(IntConsumer done) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().factory());
    try {
      List<Future<Row>> pending = new ArrayList<>();
      for (long seed : seeds) {
        submit(threads, seed, pending);
      }
      return sorted(collect(pending, done));
    } finally {
      threads.shutdownNow();
    }
  }

  /** The feedback's run comes first in the queue: whoever waits for it waits for a running one. */
  private void submit(ExecutorService threads, long seed, List<Future<Row>> pending) {
    Future<Run> alone = threads.submit(() -> trial.run(ALONE, seed));
    pending.add(threads.submit(() -> Row.of(trial, ALONE, seed, alone.get(), alone.get())));
    for (Rule rule : learners) {
      if (rule != ALONE) {
        pending.add(
            threads.submit(() -> Row.of(trial, rule, seed, trial.run(rule, seed), alone.get())));
      }
    }
  }

  private static List<Row> collect(List<Future<Row>> pending, IntConsumer done)
      throws InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (Future<Row> one : pending) {
      try {
        rows.add(one.get());
      } catch (ExecutionException e) {
        throw cause(e);
      }
      done.accept(rows.size());
    }
    return rows;
  }

  /** What went wrong in a run goes wrong here. */
  private static RuntimeException cause(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof ExecutionException inner) {
      return cause(inner);
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  private Measured sorted(List<Row> rows) {
    List<Row> asked =
        rows.stream()
            .filter(row -> learners.contains(row.learner()))
            .sorted(Comparator.comparingInt(row -> learners.indexOf(row.learner())))
            .toList();
    return new Measured(
        trial, learners, asked, rows.stream().filter(row -> row.learner() == ALONE).toList());
  }
}

package io.olivo.deploy.trust;

import io.olivo.deploy.robot.RobotSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * Breaks everything once in every plant and on every seed, one thing at a time, side by side on
 * several threads. A {@link Sound} robot runs once per plant and seed, to compare with.
 *
 * @param plants robot files
 * @param kinds of faults, as {@link Promise#kind}; empty for all
 * @param seeds at least one
 * @param jobs how many runs at a time
 */
public record FaultBench(List<RobotSpec> plants, Set<String> kinds, List<Long> seeds, int jobs) {
  /** Keeps its own copies. */
  public FaultBench {
    plants = List.copyOf(plants);
    kinds = Set.copyOf(kinds);
    seeds = List.copyOf(seeds);
  }

  /** What is tried on a plant. */
  List<Promise> promises(RobotSpec plant) {
    return Promises.of(plant.name()).stream()
        .filter(promise -> kinds.isEmpty() || kinds.contains(promise.kind()))
        .toList();
  }

  /** How many runs are judged. */
  public int runs() {
    return seeds.size() * plants.stream().mapToInt(plant -> promises(plant).size()).sum();
  }

  /**
   * Runs all of it; judged plant by plant, fault by fault, seed by seed.
   *
   * @param done is told, by the calling thread, how many runs are judged
   */
  public List<Judgement> run(IntConsumer done) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().factory());
    try {
      List<Future<Judgement>> pending = new ArrayList<>();
      for (RobotSpec plant : plants) {
        submit(threads, plant, pending);
      }
      return collect(pending, done);
    } finally {
      threads.shutdownNow();
    }
  }

  /** The sound runs come first in the queue: whoever waits for one waits for a running one. */
  private void submit(ExecutorService threads, RobotSpec plant, List<Future<Judgement>> pending) {
    List<Future<Sound>> sound =
        seeds.stream().map(seed -> threads.submit(() -> sound(plant, seed))).toList();
    for (Promise promise : promises(plant)) {
      for (int i = 0; i < sound.size(); i++) {
        long seed = seeds.get(i);
        Future<Sound> other = sound.get(i);
        pending.add(
            threads.submit(
                () ->
                    Judgement.of(plant, promise, seed, broken(plant, promise, seed), other.get())));
      }
    }
  }

  /** As long as the longest broken one. */
  private Sound sound(RobotSpec plant, long seed) throws InterruptedException {
    double longest = promises(plant).stream().mapToDouble(Promise::seconds).max().orElse(0);
    return Sound.of(plant, longest, seed);
  }

  private static Observed broken(RobotSpec plant, Promise promise, long seed)
      throws InterruptedException {
    return new BrokenRun(plant, promise.cause(), promise.seconds(), seed, UnaryOperator.identity())
        .run();
  }

  private static List<Judgement> collect(List<Future<Judgement>> pending, IntConsumer done)
      throws InterruptedException {
    List<Judgement> judged = new ArrayList<>();
    for (Future<Judgement> one : pending) {
      try {
        judged.add(one.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a run broke: " + e.getCause(), e);
      }
      done.accept(judged.size());
    }
    return judged;
  }
}

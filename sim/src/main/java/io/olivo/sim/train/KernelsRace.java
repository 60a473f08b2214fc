package io.olivo.sim.train;

import com.sun.management.ThreadMXBean;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.NetSpec;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Which kernels make a training step of a net fastest. They take turns in rounds, so that whatever
 * else the machine does hits them all; the best round tells what they can, the median what to
 * expect.
 */
public final class KernelsRace {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<BackpropStep> steps;
  private final int samples;
  private final long warmUpNanos;
  private final long turnNanos;

  /**
   * How some kernels did.
   *
   * @param kernels which
   * @param bestMicros of a sample, in their best round [us]
   * @param medianMicros of a sample, in the median round [us]
   * @param bytesPerStep memory asked for on the heap
   */
  public record Result(
      Kernels kernels, double bestMicros, double medianMicros, double bytesPerStep) {}

  /**
   * Makes a net for each.
   *
   * @param samples number of samples of a step
   * @param warmUpSeconds of each, before the first round
   * @param turnSeconds of each, in each round
   */
  public KernelsRace(
      NetSpec spec,
      int samples,
      List<? extends Kernels> kernels,
      double warmUpSeconds,
      double turnSeconds) {
    this.samples = samples;
    steps = kernels.stream().map(its -> new BackpropStep(spec, samples, its)).toList();
    warmUpNanos = (long) (warmUpSeconds * 1e9);
    turnNanos = (long) (turnSeconds * 1e9);
  }

  /**
   * Runs it.
   *
   * @param done told how many rounds are done
   * @return results in the order of the kernels
   */
  public List<Result> run(int rounds, IntConsumer done) {
    steps.forEach(this::warmUp);
    double[][] micros = new double[steps.size()][rounds]; // of a sample
    double[] bytes = new double[steps.size()]; // of a step, the least of all rounds
    Arrays.fill(bytes, Double.POSITIVE_INFINITY);
    for (int round = 0; round < rounds; round++) {
      for (int k = 0; k < steps.size(); k++) {
        Turn turn = turn(steps.get(k));
        micros[k][round] = turn.nanos / 1e3 / turn.steps / samples;
        bytes[k] = Math.min(bytes[k], (double) turn.bytes / turn.steps);
      }
      done.accept(round + 1);
    }
    List<Result> results = new ArrayList<>();
    for (int k = 0; k < steps.size(); k++) {
      Arrays.sort(micros[k]);
      results.add(
          new Result(steps.get(k).kernels(), micros[k][0], micros[k][rounds / 2], bytes[k]));
    }
    return results;
  }

  private record Turn(int steps, long nanos, long bytes) {}

  private Turn turn(BackpropStep step) {
    step.run(); // brings its matrices back into the cache
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long begun = System.nanoTime();
    int steps = 0;
    long taken;
    do {
      step.run();
      steps++;
      taken = System.nanoTime() - begun;
    } while (taken < turnNanos);
    return new Turn(steps, taken, threads.getCurrentThreadAllocatedBytes() - bytes - ofCounting());
  }

  /** Bytes that counting itself asks for. */
  private long ofCounting() {
    long bytes = threads.getCurrentThreadAllocatedBytes();
    return threads.getCurrentThreadAllocatedBytes() - bytes;
  }

  private void warmUp(BackpropStep step) {
    long end = System.nanoTime() + warmUpNanos;
    while (System.nanoTime() < end) {
      step.run();
    }
  }
}

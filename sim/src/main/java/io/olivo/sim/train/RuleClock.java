package io.olivo.sim.train;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.NetTrainer;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a step of each rule takes, its upkeep included. All rules take turns in one thread, so
 * that a slow moment of the machine meets all of them; random rows, rates that change nothing.
 */
public final class RuleClock {
  private static final int ROUNDS = 15;
  private static final long TURN_NANOS = 20_000_000;
  private static final double STILL = 1e-9;

  private final RuleTask task;
  private final int batch;
  private final Kernels kernels;

  /** Steps of this many samples. */
  public RuleClock(RuleTask task, int batch, Kernels kernels) {
    this.task = task;
    this.batch = batch;
    this.kernels = kernels;
  }

  /** Median microseconds per sample. */
  public Map<Learned, Double> micros(List<Learned> all) {
    List<NetTrainer> trainers = all.stream().map(this::trainer).toList();
    double[][] turns = new double[all.size()][ROUNDS];
    for (int round = -2; round < ROUNDS; round++) { // the first two warm up
      for (int i = 0; i < turns.length; i++) {
        double micros = turn(trainers.get(i));
        if (round >= 0) {
          turns[i][round] = micros;
        }
      }
    }
    Map<Learned, Double> medians = new LinkedHashMap<>();
    for (int i = 0; i < turns.length; i++) {
      medians.put(all.get(i), median(turns[i]));
    }
    return medians;
  }

  private NetTrainer trainer(Learned one) {
    DenseNet net = new DenseNet(one.net(task), kernels, new Chance(1));
    NetTrainer trainer =
        new NetTrainer(
            net,
            one.rule().maker(),
            RuleSettings.of(one, task, batch, STILL),
            batch,
            new Chance(2));
    kernels.fillNormal(trainer.input(), new Chance(3), 1);
    kernels.fillNormal(trainer.target(), new Chance(4), 1);
    kernels.pickLargest(trainer.target(), trainer.target());
    return trainer;
  }

  private double turn(NetTrainer trainer) {
    long begin = System.nanoTime();
    long now = begin;
    int steps = 0;
    while (now - begin < TURN_NANOS) {
      trainer.predict();
      trainer.learn();
      steps++;
      now = System.nanoTime();
    }
    return (now - begin) * 1e-3 / ((double) steps * batch);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}

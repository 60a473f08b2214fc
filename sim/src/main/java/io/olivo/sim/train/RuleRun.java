package io.olivo.sim.train;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.NetTrainer;
import io.olivo.learning.credit.ReplayBuffer;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The run of a {@link RuleTrial}. */
final class RuleRun {
  private static final int NEWS = 64; // steps between two of them
  private static final int MOMENTS = 200; // whose weights are averaged

  private final RuleTrial trial;
  private final Learned learned;
  private final StepSizes sizes;
  private final Kernels kernels;
  private final Samples.Part train;
  private final NetTrainer trainer;
  private final RuleJudge judge;
  private final RuleJudge onLine;
  private final RuleAngles angles;
  private final ReplayBuffer replay;
  private final WeightAverage average;
  private final Chance order;
  private final int[] row; // the order of the rows
  private final double[] pairInput;
  private final double[] pairTarget;
  private final List<List<Double>> degrees = new ArrayList<>();
  private long step;

  RuleRun(RuleTrial trial, Learned learned, StepSizes sizes, Kernels kernels, Chance chance) {
    this.trial = trial;
    this.learned = learned;
    this.sizes = sizes;
    this.kernels = kernels;
    train = trial.samples().train();
    DenseNet net = new DenseNet(learned.net(trial.task()), kernels, new Chance(chance.bits()));
    trainer =
        new NetTrainer(
            net, learned.rule().maker(), sizes, trial.batch(), new Chance(chance.bits()));
    average = new WeightAverage(kernels, net);
    order = new Chance(chance.bits());
    judge = new RuleJudge(trial.samples().test());
    onLine = new RuleJudge(train);
    angles = new RuleAngles(trial, learned, kernels);
    pairInput = new double[train.inputs()];
    pairTarget = new double[train.outputs()];
    replay =
        new ReplayBuffer(
            trial.replay(), train.inputs(), train.outputs(), new Chance(chance.bits()));
    row = new int[trial.rows()];
    for (int i = 0; i < row.length; i++) {
      row[i] = i;
    }
  }

  RuleOutcome run(long seed, LongConsumer done) {
    degrees.add(angles.of(trainer));
    long tenth = Math.max(1, trial.steps() / 10);
    for (int epoch = 0; epoch < trial.epochs(); epoch++) {
      if (trial.task().hasClasses()) {
        shuffle();
      }
      for (int from = 0; from + trial.batch() <= row.length; from += trial.batch()) {
        step(from);
        if (step == tenth) {
          degrees.add(angles.of(trainer));
        }
        average();
        if (step % NEWS == 0) {
          done.accept(NEWS);
        }
      }
    }
    done.accept(step % NEWS);
    degrees.add(angles.of(trainer));
    double last = onLine.result();
    return new RuleOutcome(learned, seed, result(), last, degrees);
  }

  private void shuffle() {
    for (int i = row.length - 1; i > 0; i--) {
      int j = order.index(i + 1);
      int kept = row[i];
      row[i] = row[j];
      row[j] = kept;
    }
  }

  private void step(int from) {
    if (!trial.isStream()) {
      double left = 1 - step / (double) trial.steps();
      trainer.step().rate(sizes.rate() * left);
    }
    for (int n = 0; n < trial.batch(); n++) {
      kernels.put(trainer.input(), n, train.x(row[from + n]));
      kernels.put(trainer.target(), n, train.y(row[from + n]));
    }
    trainer.predict();
    if (step >= trial.steps() - trial.steps() / 5) {
      for (int n = 0; n < trial.batch(); n++) {
        onLine.add(trainer, n, row[from + n]);
      }
    }
    trainer.learn();
    step++;
    if (trial.replay() > 0) {
      again();
    }
  }

  /** One pair of the past once more. */
  private void again() {
    kernels.get(trainer.input(), 0, pairInput);
    kernels.get(trainer.target(), 0, pairTarget);
    replay.offer(pairInput, pairTarget);
    if (replay.draw()) {
      kernels.put(trainer.input(), 0, replay.input());
      trainer.predict();
      kernels.put(trainer.target(), 0, replay.target());
      trainer.learn();
    }
  }

  /** Takes the weights in now and then over the last fifth of a stream. */
  private void average() {
    long left = trial.steps() - step;
    long fifth = trial.steps() / 5;
    if (trial.isStream() && left < fifth && left % Math.max(1, fifth / MOMENTS) == 0) {
      average.take();
    }
  }

  private double result() {
    if (trial.isStream()) {
      average.put();
    }
    return judge.judge(trainer);
  }
}

package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/** A small net that learns the signs of its inputs by a rule, in single precision. */
final class Pupil {
  static final int SAMPLES = 2;
  private static final List<Integer> WIDTHS = List.of(5, 8, 7, 3);
  private static final double[] HOSTILE = {
    0, 1, -1, 1e3, -1e9, 1e30, -1e38, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY
  };

  private final DenseNet net;
  private final NetTrainer trainer;
  private final Chance life;

  private Pupil(DenseNet net, NetTrainer trainer, Chance life) {
    this.net = net;
    this.trainer = trainer;
    this.life = life;
  }

  static Pupil of(CreditRules rule, long seed) {
    return of(rule, seed, new FloatRows());
  }

  static Pupil of(CreditRules rule, long seed, Kernels kernels) {
    NetSpec spec = NetSpec.of(WIDTHS, rule.hidden(), Loss.SQUARED);
    DenseNet net = new DenseNet(spec, kernels, new Chance(seed));
    StepSizes sizes = StepSizes.plain(.02).withMomentum(.5).withDecay(1e-3);
    NetTrainer trainer = new NetTrainer(net, rule.maker(), sizes, SAMPLES, new Chance(seed + 100));
    return new Pupil(net, trainer, new Chance(seed + 200));
  }

  DenseNet net() {
    return net;
  }

  NetTrainer trainer() {
    return trainer;
  }

  void learn(int steps) {
    for (int i = 0; i < steps; i++) {
      see();
      trainer.predict();
      want();
      trainer.learn();
    }
  }

  void predict(int times) {
    for (int i = 0; i < times; i++) {
      net.kernels().fillNormal(trainer.input(), life, 1);
      trainer.predict();
    }
  }

  private void see() {
    net.kernels().fillNormal(trainer.input(), life, 1);
  }

  private void want() {
    net.kernels().fillSigns(trainer.target(), life, .5);
  }

  /** One step with nonsense for a target. */
  void beTold(double nonsense) {
    see();
    trainer.predict();
    net.kernels().fill(trainer.target(), nonsense);
    trainer.learn();
  }

  /** One step with nonsense for an input. */
  void see(double nonsense) {
    net.kernels().fill(trainer.input(), nonsense);
    trainer.predict();
    want();
    trainer.learn();
  }

  /** Steps of inputs and targets of every size, and some that are no numbers. */
  void suffer(int steps) {
    for (int i = 0; i < steps; i++) {
      see();
      net.kernels().scale(trainer.input(), HOSTILE[life.index(HOSTILE.length)]);
      trainer.predict();
      want();
      net.kernels().scale(trainer.target(), HOSTILE[life.index(HOSTILE.length)]);
      trainer.learn();
    }
  }

  /** Gives all of its state to another. */
  void handOverTo(Pupil other) {
    StateWriter out = new StateWriter("pupil");
    trainer.save(out);
    life.save(out, "life");
    StateReader in = new StateReader(out.bytes());
    other.trainer.load(in);
    other.life.load(in, "life");
  }

  String digest() {
    StateWriter out = new StateWriter("pupil");
    trainer.save(out);
    return out.digest();
  }

  String weights() {
    StateWriter out = new StateWriter("pupil");
    net.save(out);
    return out.digest();
  }
}

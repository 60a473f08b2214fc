package io.olivo.sim.train;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.NetTrainer;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.NetSpec;

/**
 * A step of backprop on the same random samples again and again, to be timed: predict, teach,
 * write. With momentum when there is a batch, without for a single sample.
 */
final class BackpropStep {
  private static final double RATE = 1e-3;
  private static final double MOMENTUM = .9;

  private final Kernels kernels;
  private final NetTrainer trainer;

  BackpropStep(NetSpec spec, int samples, Kernels kernels) {
    this.kernels = kernels;
    StepSizes sizes = StepSizes.plain(RATE).withMomentum(samples > 1 ? MOMENTUM : 0);
    DenseNet net = new DenseNet(spec, kernels, new Chance(1));
    trainer = new NetTrainer(net, CreditRules.BACKPROP.maker(), sizes, samples, new Chance(2));
    kernels.fillNormal(trainer.input(), new Chance(3), 1);
    kernels.fillNormal(trainer.target(), new Chance(4), 1);
    kernels.pickLargest(trainer.target(), trainer.target());
  }

  Kernels kernels() {
    return kernels;
  }

  void run() {
    trainer.predict();
    trainer.learn();
  }
}

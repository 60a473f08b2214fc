package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.net.Vec;
import java.util.List;

/** A tiny net with inputs and targets, for exactness checks. All layers have 9 units. */
record TinyTask(DenseNet net, Mat input, Mat target) {
  static final int WIDTH = 9;
  static final int SAMPLES = 32;
  static final List<Integer> WIDTHS = List.of(WIDTH, WIDTH, WIDTH, WIDTH);

  static TinyTask of(Kernels kernels, Loss loss) {
    return of(kernels, NetSpec.of(WIDTHS, Activation.TANH, loss), SAMPLES);
  }

  static TinyTask of(Kernels kernels, NetSpec spec, int samples) {
    DenseNet net = new DenseNet(spec, kernels, new Chance(1));
    Chance chance = new Chance(2);
    Mat input = kernels.mat(samples, net.width(0));
    kernels.fillNormal(input, chance, 1);
    Mat target = kernels.mat(samples, net.width(net.layers()));
    kernels.fillNormal(target, chance, 1);
    if (spec.loss() == Loss.CROSS_ENTROPY) {
      kernels.pickLargest(target, target);
    }
    return new TinyTask(net, input, target);
  }

  Kernels kernels() {
    return net.kernels();
  }

  /** Observes and teaches once. */
  Gradients gradients(CreditRule.Maker maker) {
    return gradients(maker.attach(net, input.rows(), new Chance(3)));
  }

  /** Observes and teaches once. */
  Gradients gradients(CreditRule rule) {
    observe(rule);
    rule.teach(lesson());
    return emitted(rule);
  }

  /** Sees other inputs first, so that whatever is stale shows. */
  void observe(CreditRule rule) {
    kernels().fillNormal(rule.pass().input(), new Chance(4), 1);
    rule.observe();
    kernels().copy(rule.pass().input(), input);
    rule.observe();
  }

  Gradients emitted(CreditRule rule) {
    Gradients gradients = new Gradients(net);
    rule.emit(gradients);
    return gradients;
  }

  TargetLesson lesson() {
    TargetLesson lesson = new TargetLesson(net, input.rows());
    kernels().copy(lesson.target(), target);
    return lesson;
  }

  Gradients backprop() {
    return gradients(CreditRules.BACKPROP.maker());
  }

  /** Mean loss of the net as it is. */
  double loss() {
    var pass = net.pass(input.rows());
    kernels().copy(pass.input(), input);
    pass.forward();
    Vec loss = kernels().vec(input.rows());
    lesson().loss(pass.output(), loss);
    double[] each = new double[input.rows()];
    kernels().get(loss, 0, each);
    double sum = 0;
    for (double one : each) {
      sum += one;
    }
    return sum / each.length;
  }
}

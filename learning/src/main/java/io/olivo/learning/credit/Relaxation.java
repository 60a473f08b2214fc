package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Pass;

/**
 * The value nodes of a predictive-coding net, and how they move while the error is held at the
 * output.
 *
 * <pre>
 * x_l                                         value, a drive; a_l at first
 * mu_l = f(x_(l-1)) W_l + b_l                 prediction from the layer below; mu_1 is a_1
 * e_l  = x_l - mu_l,   e_L = -p dL/dmu_L      errors; hidden ones are 0 at first
 * x_l += gamma (-e_l + f'(x_l) . (e_(l+1) W_(l+1)'))
 * </pre>
 *
 * <p>This is a descent of sum |e_l|^2 / 2 + p L(mu_L): p is the precision of the output, where that
 * of every hidden unit is 1. Here delta_l = -e_l. Shapes: x_l [sample][width l].
 */
@HotPath
final class Relaxation {
  private final DenseNet net;
  private final Kernels kernels;
  private final int layers; // L
  private final double precision; // p
  private final Pass settled; // f(x_l), and mu_L as its output
  private final Mat[] value; // x_l
  private final Mat[] sent; // what comes down to layer l
  private final Mat[] delta; // -e_l

  Relaxation(DenseNet net, int samples, double precision) {
    this.net = net;
    this.precision = precision;
    kernels = net.kernels();
    layers = net.layers();
    settled = net.pass(samples);
    value = new Mat[layers];
    sent = new Mat[layers];
    delta = new Mat[layers];
    for (int l = 1; l <= layers; l++) {
      value[l - 1] = kernels.mat(samples, net.width(l));
      sent[l - 1] = kernels.mat(samples, net.width(l));
      delta[l - 1] = kernels.mat(samples, net.width(l));
    }
  }

  /** -e_l, l = 1 .. L. */
  Mat delta(int l) {
    return delta[l - 1];
  }

  /** f(x_l) as it is now. */
  Mat activity(int l) {
    return settled.activity(l);
  }

  /** Runs the net forward and keeps the drives. */
  Mat observe(Pass pass) {
    kernels.copy(settled.input(), pass.input());
    for (int l = 1; l <= layers; l++) {
      Mat h = pass.activity(l);
      kernels.affine(h, pass.activity(l - 1), net.weight(l), net.bias(l));
      kernels.copy(value[l - 1], h);
      pass.throughUnits(l);
    }
    return pass.output();
  }

  /** Holds the error at the output of the pass that was observed. */
  void begin(Pass pass, Lesson lesson) {
    for (int l = 1; l < layers; l++) {
      kernels.fill(delta(l), 0);
      emerge(l);
    }
    hold(pass.output(), lesson);
  }

  /**
   * What comes down to layer l.
   *
   * @return how steep the energy is along it, 1 + |s|^2 / |e_(l+1)|^2
   */
  double send(int l) {
    Mat down = sent[l - 1];
    kernels.timesTransposed(down, delta(l + 1), net.weight(l + 1));
    settled.backThroughUnits(l, down);
    double size = kernels.dot(delta(l + 1), delta(l + 1));
    return size > 0 ? 1 + kernels.dot(down, down) / size : 1;
  }

  /** Moves x_l, and e_l with it, by what was sent. */
  void move(int l, double gamma) {
    Mat down = sent[l - 1];
    kernels.add(value[l - 1], gamma, delta(l));
    kernels.add(value[l - 1], -gamma, down);
    kernels.scale(delta(l), 1 - gamma);
    kernels.add(delta(l), gamma, down);
    emerge(l);
  }

  /** Looks up e_l, l = 2 .. L, after the layer below has moved; mu_1 never does. */
  void lookUp(int l, Lesson lesson) {
    Mat mu = l < layers ? delta(l) : settled.output();
    kernels.affine(mu, settled.activity(l - 1), net.weight(l), net.bias(l));
    if (l < layers) {
      kernels.add(mu, -1, value[l - 1]);
    } else {
      hold(mu, lesson);
    }
  }

  private void emerge(int l) {
    kernels.copy(settled.activity(l), value[l - 1]);
    settled.throughUnits(l);
  }

  private void hold(Mat output, Lesson lesson) {
    lesson.error(output, delta(layers));
    kernels.scale(delta(layers), precision);
  }

  /** Multiply-accumulates of one move of every hidden layer, for one sample. */
  long macs() {
    return 2 * (net.spec().macs() - (long) net.width(0) * net.width(1));
  }
}

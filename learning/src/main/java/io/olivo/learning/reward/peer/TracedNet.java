package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.credit.FeedbackPath;
import io.olivo.learning.credit.UpdateSink;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.net.Pass;
import io.olivo.learning.net.Vec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * A net with an eligibility trace on every weight, stepped so that it cannot overshoot.
 *
 * <pre>
 * z  = gamma lambda z + g             g: direction of the outputs, brought back over a FeedbackPath
 * M  = alpha kappa max(|delta|, 1) |z|_1
 * w += min(alpha, alpha/M) delta z    overshoot-bounded gradient descent
 * W_l = (1 - decay) W_l, l above 1    only for paths that must forget where they began
 * </pre>
 *
 * <p>|z|_1 is the sum over all weights. Source: Elsayed, Vasan and Mahmood (2024), arXiv
 * 2410.14606.
 */
@HotPath
final class TracedNet implements UpdateSink {
  private static final double ALPHA = 1;

  private final DenseNet net;
  private final Kernels kernels;
  private final FeedbackPath path;
  private final Pass pass;
  private final Pass asked;
  private final Mat[] delta; // [layer - 1]
  private final Mat[] weightTrace; // z, of the shape of W_l
  private final Vec[] biasTrace;
  private final Mat[] magnitude; // |z|
  private final Vec[] biasMagnitude;
  private final Mat[] ones; // [1][rows of W_l]
  private final Mat[] columnSums; // [1][columns of W_l]
  private final Mat[] columnOnes;
  private final double kappa;
  private final double fading; // gamma lambda
  private final double decay;
  private double step; // the last one, times delta

  /** Outputs of the last {@link #forward} or {@link #ask}. */
  final double[] output;

  TracedNet(
      NetSpec spec,
      Kernels kernels,
      FeedbackPath.Maker path,
      Chance chance,
      double kappa,
      double fading,
      double decay) {
    this.kernels = kernels;
    this.kappa = kappa;
    this.fading = fading;
    this.decay = decay;
    net = new DenseNet(spec, kernels, chance);
    this.path = path.attach(net, chance);
    pass = net.pass(1);
    asked = net.pass(1);
    int layers = net.layers();
    delta = new Mat[layers];
    weightTrace = new Mat[layers];
    biasTrace = new Vec[layers];
    magnitude = new Mat[layers];
    biasMagnitude = new Vec[layers];
    ones = new Mat[layers];
    columnSums = new Mat[layers];
    columnOnes = new Mat[layers];
    for (int i = 0; i < layers; i++) {
      Mat weight = net.weight(i + 1);
      delta[i] = kernels.mat(1, weight.cols());
      weightTrace[i] = kernels.mat(weight.rows(), weight.cols());
      magnitude[i] = kernels.mat(weight.rows(), weight.cols());
      ones[i] = filled(kernels.mat(1, weight.rows()));
      columnSums[i] = kernels.mat(1, weight.cols());
      columnOnes[i] = filled(kernels.mat(1, weight.cols()));
      biasTrace[i] = kernels.vec(weight.cols());
      biasMagnitude[i] = kernels.vec(weight.cols());
    }
    output = new double[net.width(layers)];
  }

  /** Computes the outputs, to be followed by {@link #trace}. */
  void forward(double[] x) {
    through(pass, x);
  }

  /** Computes the outputs, leaving alone what {@link #forward} left. */
  void ask(double[] x) {
    through(asked, x);
  }

  private void through(Pass one, double[] x) {
    kernels.put(one.input(), 0, x);
    one.forward();
    kernels.get(one.output(), 0, output);
  }

  /** Fades the traces and adds what moves the outputs of the last {@link #forward} like this. */
  void trace(double[] direction) {
    int layers = net.layers();
    path.begin();
    kernels.put(delta[layers - 1], 0, direction);
    for (int l = layers - 1; l >= 1; l--) {
      path.back(l + 1, delta[l], delta[l - 1]);
      pass.backThroughUnits(l, delta[l - 1]);
    }
    for (int i = 0; i < layers; i++) {
      kernels.scale(weightTrace[i], fading);
      kernels.scale(biasTrace[i], fading);
      kernels.addOuter(weightTrace[i], 1, pass.activity(i), delta[i]);
      kernels.addColumnSums(biasTrace[i], 1, delta[i]);
    }
  }

  /**
   * Steps along the traces.
   *
   * @return false when they are no numbers, so that nothing was done
   */
  boolean step(double error) {
    double most = ALPHA * kappa * Math.max(Math.abs(error), 1) * size();
    if (!Double.isFinite(most)) {
      return false;
    }
    step = error * ALPHA / Math.max(most, 1);
    for (int l = 1; l <= net.layers(); l++) {
      if (l > 1 && decay > 0) {
        kernels.scale(net.weight(l), 1 - decay);
      }
      kernels.add(net.weight(l), step, weightTrace[l - 1]);
      kernels.add(net.bias(l), step, biasTrace[l - 1]);
      if (l > 1) {
        path.follow(l, this);
      }
    }
    path.maintain();
    return true;
  }

  private Mat filled(Mat mat) {
    kernels.fill(mat, 1);
    return mat;
  }

  /** |z|_1; sums by columns first, which is a product of matrices and fast. */
  double size() {
    double sum = 0;
    for (int i = 0; i < magnitude.length; i++) {
      kernels.magnitude(magnitude[i], weightTrace[i]);
      kernels.times(columnSums[i], ones[i], magnitude[i]);
      kernels.magnitude(biasMagnitude[i], biasTrace[i]);
      kernels.add(columnSums[i], 1, biasMagnitude[i]);
      sum += kernels.dot(columnSums[i], columnOnes[i]);
    }
    return sum;
  }

  /** An episode begins. */
  void forget() {
    for (int i = 0; i < weightTrace.length; i++) {
      kernels.fill(weightTrace[i], 0);
      kernels.fill(biasTrace[i], 0);
    }
  }

  @Override
  public void repeat(int l, Mat twin) {
    kernels.scale(twin, 1 - decay);
    kernels.add(twin, step, weightTrace[l - 1]);
  }

  @Override
  public void pair(int l, Mat pre, Mat error) {
    throw new IllegalStateException("this net is stepped along its traces only");
  }

  @Override
  public void along(int l, double scale, Mat weights, Vec biases) {
    throw new IllegalStateException("this net is stepped along its traces only");
  }

  /** The net, for whoever looks. */
  DenseNet net() {
    return net;
  }

  /** z of a layer, 1 .. L. */
  Mat weightTrace(int l) {
    return weightTrace[l - 1];
  }

  /** Writes everything under names that begin with this one: a learner has several nets. */
  void save(StateWriter out, String prefix) {
    StateWriter own = new StateWriter(prefix);
    net.save(own);
    path.save(own);
    for (int i = 0; i < weightTrace.length; i++) {
      MatState.save(kernels, weightTrace[i], own, "net.z" + i);
      MatState.save(kernels, biasTrace[i], own, "net.zb" + i);
    }
    StateReader written = new StateReader(own.bytes());
    written.names().forEach(name -> out.put(prefix + name, written.values(name)));
  }

  void load(StateReader in, String prefix) {
    StateWriter own = new StateWriter(prefix);
    in.names().stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> own.put(name.substring(prefix.length()), in.values(name)));
    StateReader written = new StateReader(own.bytes());
    net.load(written);
    path.load(written);
    for (int i = 0; i < weightTrace.length; i++) {
      MatState.load(kernels, weightTrace[i], written, "net.z" + i);
      MatState.load(kernels, biasTrace[i], written, "net.zb" + i);
    }
  }
}

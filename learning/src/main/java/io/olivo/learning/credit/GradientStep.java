package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.net.Vec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;

/**
 * The one place where forward weights are written: step size, momentum, decay, bounds, protection.
 *
 * <pre>
 * m = momentum m + G
 * W = W - p . (rate decay / (1 - momentum) W + rate m),   then |W_ij| at most the bound
 * </pre>
 *
 * <p>p is the protection, 1 everywhere unless {@link #protect} was called; 0 keeps a synapse as it
 * is. A change that is not a number, or too large for one, is refused and counted.
 */
@HotPath
public final class GradientStep implements UpdateSink, Stateful {
  private static final double LARGEST = 1e36; // with room for momentum's sum
  private final DenseNet net;
  private final Kernels kernels;
  private final Slope[] slope;
  private final boolean hasMomentum;
  private double rate;
  private final double momentum;
  private final double decay;
  private final double bound;
  private long refused;

  /** m of one layer, and what was last paired on it. */
  private static final class Slope {
    private final Mat weights;
    private final Vec biases;
    private final Mat protection; // p
    private final Mat taken; // p . m, or p . W on its way to decay
    private boolean isProtected;
    private Mat pre;
    private Mat delta;
    private boolean wasTaken;

    private Slope(Kernels kernels, DenseNet net, int l) {
      weights = kernels.mat(net.width(l - 1), net.width(l));
      biases = kernels.vec(net.width(l));
      protection = kernels.mat(net.width(l - 1), net.width(l));
      taken = kernels.mat(net.width(l - 1), net.width(l));
      pre = weights;
      delta = weights;
    }
  }

  /** Steps of these sizes on this net. */
  public GradientStep(DenseNet net, StepSizes sizes) {
    this.net = net;
    kernels = net.kernels();
    slope = new Slope[net.layers()];
    for (int l = 1; l <= net.layers(); l++) {
      slope[l - 1] = new Slope(kernels, net, l);
    }
    rate = sizes.rate();
    momentum = sizes.momentum();
    decay = sizes.decay();
    bound = sizes.bound();
    hasMomentum = momentum > 0;
  }

  /** Sets eta, as a schedule does. */
  public void rate(double eta) {
    rate = eta;
  }

  /** How many changes were not numbers. */
  public long refused() {
    return refused;
  }

  /**
   * Protects synapses.
   *
   * @param share [input][output], 1 learns as ever, 0 not at all
   */
  public void protect(int l, Mat share) {
    Slope s = slope[l - 1];
    kernels.copy(s.protection, share);
    s.isProtected = true;
  }

  @Override
  public void pair(int l, Mat pre, Mat delta) {
    Slope s = slope[l - 1];
    s.pre = pre;
    s.delta = delta;
    s.wasTaken = isNumber(pre, delta);
    if (!s.wasTaken) {
      refused++;
      return;
    }
    double share = 1.0 / pre.rows();
    if (isDirect(s)) {
      shrink(l, net.weight(l));
      kernels.addOuter(net.weight(l), -rate * share, pre, delta);
      kernels.addColumnSums(net.bias(l), -rate * share, delta);
    } else {
      fade(s);
      kernels.addOuter(s.weights, share, pre, delta);
      kernels.addColumnSums(s.biases, share, delta);
      descend(l, s);
    }
    bound(l);
  }

  /** Whether no element of pre' delta can be too large for single precision. */
  private boolean isNumber(Mat pre, Mat delta) {
    double size = Math.sqrt(kernels.dot(pre, pre)) * Math.sqrt(kernels.dot(delta, delta));
    return size < LARGEST; // this form also refuses NaN
  }

  @Override
  public void along(int l, double scale, Mat weights, Vec biases) {
    Slope s = slope[l - 1];
    s.wasTaken = Double.isFinite(scale);
    if (!s.wasTaken) {
      refused++;
      return;
    }
    fade(s);
    kernels.add(s.weights, scale, weights);
    kernels.add(s.biases, scale, biases);
    descend(l, s);
    bound(l);
  }

  @Override
  public void repeat(int l, Mat twin) {
    Slope s = slope[l - 1];
    if (!s.wasTaken) {
      return;
    }
    shrink(l, twin);
    if (isDirect(s)) {
      kernels.addOuter(twin, -rate / s.pre.rows(), s.pre, s.delta);
    } else {
      kernels.add(twin, -rate, step(s));
    }
    kernels.bound(twin, bound);
  }

  /** Whether the gradient need not stand anywhere before it is applied. */
  private boolean isDirect(Slope s) {
    return !hasMomentum && !s.isProtected;
  }

  private void fade(Slope s) {
    kernels.scale(s.weights, momentum);
    kernels.scale(s.biases, momentum);
  }

  private void descend(int l, Slope s) {
    shrink(l, net.weight(l));
    kernels.add(net.weight(l), -rate, step(s));
    kernels.add(net.bias(l), -rate, s.biases);
  }

  /** p . m. */
  private Mat step(Slope s) {
    if (!s.isProtected) {
      return s.weights;
    }
    kernels.multiply(s.taken, s.weights, s.protection);
    return s.taken;
  }

  private void shrink(int l, Mat weights) {
    if (decay == 0 || l == 1) {
      return;
    }
    double share = rate * decay / (1 - momentum);
    Slope s = slope[l - 1];
    if (s.isProtected) {
      kernels.multiply(s.taken, weights, s.protection);
      kernels.add(weights, -share, s.taken);
    } else {
      kernels.scale(weights, 1 - share);
    }
  }

  private void bound(int l) {
    kernels.bound(net.weight(l), bound);
    kernels.bound(net.bias(l), bound);
  }

  @Override
  public void save(StateWriter out) {
    out.put("step.counts", new double[] {rate, refused});
    for (int l = 1; l <= net.layers(); l++) {
      Slope s = slope[l - 1];
      MatState.save(kernels, s.weights, out, "step.w" + l);
      MatState.save(kernels, s.biases, out, "step.b" + l);
      out.put("step.protected" + l, s.isProtected ? 1 : 0);
      MatState.save(kernels, s.protection, out, "step.protection" + l);
    }
  }

  @Override
  public void load(StateReader in) {
    double[] counts = new double[2];
    in.get("step.counts", counts);
    rate = counts[0];
    refused = (long) counts[1];
    for (int l = 1; l <= net.layers(); l++) {
      Slope s = slope[l - 1];
      MatState.load(kernels, s.weights, in, "step.w" + l);
      MatState.load(kernels, s.biases, in, "step.b" + l);
      s.isProtected = in.getDouble("step.protected" + l) > 0;
      MatState.load(kernels, s.protection, in, "step.protection" + l);
    }
  }
}

package io.olivo.learning.net;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;

/**
 * A net of fully connected layers.
 *
 * <pre>
 * a_l = h_(l-1) W_l + b_l      l = 1 .. L, h_0 = x
 * h_l = f(a_l), hidden;  with layer normalisation h_l = f((a_l - mean) / deviation)
 * o   = a_L
 * </pre>
 *
 * <p>Shapes: h_l [sample][width l], W_l [width l-1][width l], b_l [width l]. The net holds the
 * weights only; activities live in a {@link Pass}, so that a rule can keep several.
 */
@HotPath
public final class DenseNet implements Stateful {
  private final NetSpec spec;
  private final Kernels kernels;
  private final Mat[] weight;
  private final Vec[] bias;

  /** A net with its first weights. */
  public DenseNet(NetSpec spec, Kernels kernels, Chance chance) {
    this.spec = spec;
    this.kernels = kernels;
    weight = new Mat[spec.layers()];
    bias = new Vec[spec.layers()];
    for (int l = 1; l <= spec.layers(); l++) {
      weight[l - 1] = FirstWeights.of(spec, l, kernels, chance);
      bias[l - 1] = kernels.vec(width(l));
    }
  }

  /** Shape and beginning. */
  public NetSpec spec() {
    return spec;
  }

  /** The arithmetic it was made with. */
  public Kernels kernels() {
    return kernels;
  }

  /** Number of layers of weights, L. */
  public int layers() {
    return weight.length;
  }

  /** Number of units of a layer, 0 (inputs) to L (outputs). */
  public int width(int l) {
    return spec.widths().get(l);
  }

  /** W_l [width l-1][width l], l = 1 .. L; only an update sink writes it. */
  public Mat weight(int l) {
    return weight[l - 1];
  }

  /** b_l [width l], l = 1 .. L; only an update sink writes it. */
  public Vec bias(int l) {
    return bias[l - 1];
  }

  /** f of a layer; the output is linear. */
  public Activation activation(int l) {
    return l < layers() ? spec.hidden() : Activation.LINEAR;
  }

  /** Whether a layer's drive is normalised. */
  boolean isNormalised(int l) {
    return spec.layerNorm() && l < layers();
  }

  /** Memory for the activities of this many samples. */
  public Pass pass(int samples) {
    return new Pass(this, samples);
  }

  /**
   * Teaching at the outputs, dL/do.
   *
   * @param output o [sample][output]
   * @param target y [sample][output]
   * @param error filled [sample][output]
   */
  public void error(Mat output, Mat target, Mat error) {
    if (spec.loss() == Loss.CROSS_ENTROPY) {
      kernels.softmax(error, output);
    } else {
      kernels.copy(error, output);
    }
    kernels.add(error, -1, target);
  }

  /**
   * L of every sample.
   *
   * @param scratch overwritten [sample][output]
   * @param loss filled [sample]
   */
  public void loss(Mat output, Mat target, Mat scratch, Vec loss) {
    if (spec.loss() == Loss.CROSS_ENTROPY) {
      kernels.crossEntropy(loss, output, target);
    } else {
      kernels.copy(scratch, output);
      kernels.add(scratch, -1, target);
      kernels.rowDots(loss, scratch, scratch);
      kernels.scale(loss, .5);
    }
  }

  /** Whether every weight is a number. */
  public boolean isFinite() {
    boolean finite = true;
    for (int l = 1; l <= layers(); l++) {
      finite &= kernels.areFinite(weight(l)) && kernels.areFinite(bias(l));
    }
    return finite;
  }

  @Override
  public void save(StateWriter out) {
    for (int l = 1; l <= layers(); l++) {
      MatState.save(kernels, weight(l), out, out.name("net.w", l));
      MatState.save(kernels, bias(l), out, out.name("net.b", l));
    }
  }

  @Override
  public void load(StateReader in) {
    for (int l = 1; l <= layers(); l++) {
      MatState.load(kernels, weight(l), in, "net.w" + l);
      MatState.load(kernels, bias(l), in, "net.b" + l);
    }
  }
}

package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
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
  private final LayerStep[] layer;
  private double rate;
  private long refused;

  /** Steps of these sizes on this net. */
  public GradientStep(DenseNet net, StepSizes sizes) {
    layer = new LayerStep[net.layers()];
    for (int l = 1; l <= net.layers(); l++) {
      layer[l - 1] = new LayerStep(net, l, sizes);
    }
    rate = sizes.rate();
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
    layer[l - 1].protect(share);
  }

  @Override
  public void pair(int l, Mat pre, Mat delta) {
    refused += layer[l - 1].pair(rate, pre, delta) ? 0 : 1;
  }

  @Override
  public void along(int l, double scale, Mat weights, Vec biases) {
    refused += layer[l - 1].along(rate, scale, weights, biases) ? 0 : 1;
  }

  @Override
  public void repeat(int l, Mat twin) {
    layer[l - 1].repeat(rate, twin);
  }

  @Override
  public void save(StateWriter out) {
    double[] counts = out.room("step.counts", 2);
    counts[0] = rate;
    counts[1] = refused;
    for (LayerStep one : layer) {
      one.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    double[] counts = new double[2];
    in.get("step.counts", counts);
    rate = counts[0];
    refused = (long) counts[1];
    for (LayerStep one : layer) {
      one.load(in);
    }
  }
}

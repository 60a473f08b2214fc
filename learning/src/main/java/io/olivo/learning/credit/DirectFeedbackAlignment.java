package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * The error goes to every layer at once over random weights of its own.
 *
 * <pre>
 * delta_L = e = dL/do
 * delta_l = f'(a_l) . (e B_l)                 l = L-1 .. 1
 * dW_l    ~ h_(l-1)' delta_l
 * B_ij ~ N(0, 1 / width l), fixed
 * </pre>
 *
 * <p>Shapes: B_l [outputs][width l]. Source: Nokland (2016), NeurIPS, arXiv 1609.01596, eq. 6.
 */
@HotPath
public final class DirectFeedbackAlignment extends LayeredRule {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.NONE,
          2,
          true,
          true,
          7,
          "streamed maps: the cheapest way back, and all layers can learn at the same time",
          "Nokland (2016), arXiv 1609.01596");

  private final Mat[] feedback; // B_l

  /** Draws B once. */
  public DirectFeedbackAlignment(DenseNet net, int samples, Chance chance) {
    super(net, samples, chance);
    feedback = new Mat[layers - 1];
    for (int l = 1; l < layers; l++) {
      feedback[l - 1] = kernels.mat(net.width(layers), net.width(l));
      kernels.fillNormal(feedback[l - 1], chance, 1 / Math.sqrt(net.width(l)));
    }
  }

  /** B_l [outputs][width l], l = 1 .. L-1. */
  Mat feedback(int l) {
    return feedback[l - 1];
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public long macs() {
    long direct = 0;
    for (int l = 1; l < layers; l++) {
      direct += (long) net.width(layers) * net.width(l);
    }
    return 2 * net.spec().macs() + direct;
  }

  @Override
  public void teach(Lesson lesson) {
    Mat error = delta(layers);
    lesson.error(pass().output(), error);
    for (int l = 1; l < layers; l++) {
      kernels.times(delta(l), error, feedback(l));
      pass().backThroughUnits(l, delta(l));
    }
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    for (int l = 1; l < layers; l++) {
      MatState.save(kernels, feedback(l), out, out.name("direct.b", l));
    }
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    for (int l = 1; l < layers; l++) {
      MatState.load(kernels, feedback(l), in, "direct.b" + l);
    }
  }
}

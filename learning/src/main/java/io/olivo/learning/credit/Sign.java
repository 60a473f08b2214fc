package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * B_l has the signs of W_l and magnitudes of its own: sign-symmetry, one bit of transport per
 * synapse.
 *
 * <pre>
 * uSF    B = sign(W) / sqrt(rows)           uniform
 * frSF   B = |M| sign(W), M drawn once       fixed random
 * brSF   B = |M| sign(W), M drawn per step   redrawn
 * </pre>
 *
 * <p>M_ij ~ N(0, 1 / rows). Signs are kept and looked up again only for layers that were stepped.
 * Source: Liao, Leibo and Poggio (2016), AAAI, arXiv 1510.05067, sec. 3; Xiao, Chen, Liao and
 * Poggio (2019), ICLR, arXiv 1811.03567. Departs in the scale of uSF, which makes B as long as
 * first weights are.
 */
@HotPath
public final class Sign implements FeedbackPath {
  /** Where the magnitudes come from. */
  public enum Magnitude {
    /** uSF. */
    UNIFORM,
    /** frSF. */
    FIXED,
    /** brSF. */
    REDRAWN
  }

  static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.SIGN,
          2,
          true,
          true,
          18,
          "motor maps of any depth where one bit per synapse can be carried",
          "Liao, Leibo and Poggio (2016), arXiv 1510.05067; Xiao et al. (2019), arXiv 1811.03567");

  private final DenseNet net;
  private final Kernels kernels;
  private final Chance chance;
  private final Magnitude kind;
  private final FeedbackWeights magnitude;
  private final FeedbackWeights feedback;
  private final boolean[] stale; // [layer], signs are to be looked up again

  /** Draws the first magnitudes. */
  public Sign(DenseNet net, Magnitude kind, Chance chance) {
    this.net = net;
    this.kind = kind;
    this.chance = chance;
    kernels = net.kernels();
    magnitude = new FeedbackWeights(net);
    feedback = new FeedbackWeights(net);
    stale = new boolean[net.layers() + 1];
    for (int l = 2; l <= net.layers(); l++) {
      kernels.fill(magnitude.of(l), 1 / Math.sqrt(net.width(l - 1)));
    }
    if (kind == Magnitude.FIXED) {
      draw();
    }
    doubt();
  }

  private void draw() {
    magnitude.draw(chance);
    for (int l = 2; l <= net.layers(); l++) {
      kernels.magnitude(magnitude.of(l), magnitude.of(l));
    }
  }

  private void doubt() {
    for (int l = 2; l <= net.layers(); l++) {
      stale[l] = true;
    }
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public void begin() {
    if (kind == Magnitude.REDRAWN) {
      draw();
      doubt();
    }
  }

  @Override
  public void back(int l, Mat d, Mat y) {
    if (stale[l]) {
      kernels.sign(feedback.of(l), net.weight(l));
      kernels.multiply(feedback.of(l), feedback.of(l), magnitude.of(l));
      stale[l] = false;
    }
    kernels.timesTransposed(y, d, feedback.of(l));
  }

  @Override
  public void follow(int l, UpdateSink sink) {
    stale[l] = true;
  }

  @Override
  public void save(StateWriter out) {
    magnitude.save(out, "path.magnitude");
    chance.save(out, "path.chance");
  }

  @Override
  public void load(StateReader in) {
    magnitude.load(in, "path.magnitude");
    chance.load(in, "path.chance");
    doubt();
  }
}

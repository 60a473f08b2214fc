package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Each hidden unit has an apical dendrite, far from its soma, that hears the outputs over random
 * weights. Its plateau with the outputs as they are, against that with the outputs as they should
 * be, tells the unit what to change.
 *
 * <pre>
 * p       = y + dL/do                             the outputs' rates: o, or softmax(o)
 * alpha_f = sigmoid(p Y_l),  alpha_t = sigmoid(y Y_l)       plateaus, free and taught
 * delta_L = dL/do
 * delta_l = f'(a_l) . (alpha_f - alpha_t) 8 / (swing sqrt(width l))     l = 1 .. L-1
 * dW_l    ~ h_(l-1)' delta_l
 * Y_ij ~ N(0, swing^2), fixed
 * </pre>
 *
 * <p>Limits: as the swing of the dendrite goes to 0, this is {@link DirectFeedbackAlignment} with B
 * = 2 Y / (swing sqrt(width l)), and the difference is of second order in the swing; where both
 * plateaus are full, or both silent, the unit learns nothing.
 *
 * <p>Shapes: Y_l [outputs][width l]. Source: Guerguiev, Lillicrap and Richards (2017), eLife
 * 6:e22901. Departs in rates for spikes, so that the mean apical potential is p Y, and in the
 * factor before f', which makes steps twice as long as those of direct feedback alignment: shorter
 * ones learn less.
 */
@HotPath
public final class SegregatedDendrites extends LayeredRule {
  static final Traits TRAITS =
      new Traits(
          Signal.TARGET,
          Transport.NONE,
          2,
          true,
          true,
          3,
          "streamed maps on spiking hardware: direct feedback alignment without signed errors",
          "Guerguiev, Lillicrap and Richards (2017), eLife 6:e22901");

  /** Usual size of the apical potential that one output of 1 makes. */
  static final double SWING = .3;

  private static final double GAIN = 8; // the sigmoid is no steeper than 1/4

  private final double swing;
  private final Mat free; // p
  private final Mat wanted; // y
  private final Mat[] feedback; // Y_l
  private final Mat[] taught; // alpha_t

  /** Draws Y once. */
  public SegregatedDendrites(DenseNet net, int samples, Chance chance) {
    this(net, samples, chance, SWING);
  }

  /**
   * Draws Y once.
   *
   * @param swing size of Y; the larger, the sooner plateaus are full
   */
  SegregatedDendrites(DenseNet net, int samples, Chance chance, double swing) {
    super(net, samples, chance);
    this.swing = swing;
    free = activityLike(layers);
    wanted = activityLike(layers);
    feedback = new Mat[layers - 1];
    taught = new Mat[layers - 1];
    for (int l = 1; l < layers; l++) {
      feedback[l - 1] = kernels.mat(net.width(layers), net.width(l));
      kernels.fillNormal(feedback[l - 1], chance, swing);
      taught[l - 1] = activityLike(l);
    }
  }

  /** Y_l. */
  Mat feedback(int l) {
    return feedback[l - 1];
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public long macs() {
    long apical = 0;
    for (int l = 1; l < layers; l++) {
      apical += (long) net.width(layers) * net.width(l);
    }
    return 2 * net.spec().macs() + 2 * apical;
  }

  @Override
  public void teach(Lesson lesson) {
    lesson.error(pass().output(), delta(layers));
    lesson.target(wanted);
    kernels.copy(free, wanted);
    kernels.add(free, 1, delta(layers));
    for (int l = 1; l < layers; l++) {
      plateau(l, free, delta(l));
      plateau(l, wanted, taught[l - 1]);
      kernels.add(delta(l), -1, taught[l - 1]);
      kernels.scale(delta(l), GAIN / (swing * Math.sqrt(net.width(l))));
      pass().backThroughUnits(l, delta(l));
    }
  }

  private void plateau(int l, Mat outputs, Mat alpha) {
    kernels.times(alpha, outputs, feedback[l - 1]);
    kernels.sigmoid(alpha, alpha);
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    for (int l = 1; l < layers; l++) {
      MatState.save(kernels, feedback[l - 1], out, out.name("apical.y", l));
    }
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    for (int l = 1; l < layers; l++) {
      MatState.load(kernels, feedback[l - 1], in, "apical.y" + l);
    }
  }
}

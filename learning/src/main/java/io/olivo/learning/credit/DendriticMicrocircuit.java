package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Pass;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Interneurons predict what a layer's apical dendrites will hear from above; the part that they
 * could not predict is the error. It is there all the time, without phases.
 *
 * <pre>
 * u_l = f(h_(l-1) V_l + b_l)                interneurons beside layer l-1 copy layer l, l = 2 .. L
 * n_L = o - dL/do                           the output is nudged; with squared loss n_L = y
 * v_l = n_(l+1) B_(l+1)' - u_(l+1) I_(l+1)'      apical potential, l = 1 .. L-1
 * n_l = h_l + f'(a_l) . v_l                 what is heard below, to first order in v
 * delta_l = h_l - n_l,  dW_l ~ h_(l-1)' delta_l
 * V_l, B_l, I_l make the step of W_l
 *
 * upkeep, no nudge, once a pass, one layer a time:
 * V_l = V_l - rate (f'(u_l) . (u_l - h_l))' h_(l-1) / (1 + |h_(l-1)|^2)
 * I_l = I_l + rate (h_l B_l' - u_l I_l')' u_l / (1 + |u_l|^2)
 * </pre>
 *
 * <p>Self-prediction is u = h and I = B. There v_l = (n_(l+1) - h_(l+1)) B_(l+1)', so that delta_l
 * = f'(a_l) . (delta_(l+1) B_(l+1)') whatever the size of the nudge: exactly {@link ErrorFeedback}
 * over B. It is true at the start, V = W and I = B, and stays true because what is copied and its
 * copy make the same step; upkeep mends what is lost to rounding or was never learned. Chasing it
 * by upkeep alone leaves a residual that swamps the error.
 *
 * <p>Shapes: V_l, I_l, B_l [width l-1][width l]. Source: Sacramento, Ponte Costa, Bengio and Senn
 * (2018), NeurIPS, arXiv 1810.11393. Departs in the steady state for their dynamics, in biases that
 * a unit and its copy share, in the copied step, and in B, which is random at first and then makes
 * the step of W as {@link KolenPollack}'s does.
 */
@HotPath
public final class DendriticMicrocircuit extends LayeredRule {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.NONE,
          2,
          true,
          true,
          2,
          "motor maps whose error must be there at every moment, without phases",
          "Sacramento, Ponte Costa, Bengio and Senn (2018), NeurIPS, arXiv 1810.11393");

  private static final double RATE = 1; // of upkeep; from 2 on it would diverge

  private final Pass interneurons; // u_l
  private final FeedbackWeights lateral; // V_l
  private final FeedbackWeights inhibition; // I_l
  private final FeedbackWeights topDown; // B_l
  private final Mat[] nudged; // n_l
  private final Mat[] fromAbove; // the half of v_l that comes from above
  private final Mat[] apical; // v_l without nudge
  private final Mat[] surprise; // f' . (u_l - h_l)
  private int turn; // of upkeep: layer, 2 .. L
  private boolean isFresh; // u and h are of the same weights

  /** Draws B and begins self-predicting. */
  public DendriticMicrocircuit(DenseNet net, int samples, Chance chance) {
    super(net, samples, chance);
    interneurons = net.pass(samples);
    lateral = new FeedbackWeights(net);
    inhibition = new FeedbackWeights(net);
    topDown = new FeedbackWeights(net, chance);
    nudged = new Mat[layers];
    fromAbove = new Mat[layers];
    apical = new Mat[layers];
    surprise = new Mat[layers];
    for (int l = 1; l <= layers; l++) {
      nudged[l - 1] = activityLike(l);
      fromAbove[l - 1] = activityLike(l);
      apical[l - 1] = activityLike(l);
      surprise[l - 1] = activityLike(l);
    }
    beginSelfPredicting();
  }

  private void beginSelfPredicting() {
    turn = layers;
    for (int l = 2; l <= layers; l++) {
      kernels.copy(lateral.of(l), net.weight(l));
      kernels.copy(inhibition.of(l), topDown.of(l));
    }
  }

  /** V_l. */
  Mat lateral(int l) {
    return lateral.of(l);
  }

  /** I_l. */
  Mat inhibition(int l) {
    return inhibition.of(l);
  }

  /** B_l. */
  Mat topDown(int l) {
    return topDown.of(l);
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  /** Three products a layer on the way back, three copied steps, and upkeep's four of one layer. */
  @Override
  public long macs() {
    long upper = net.spec().macs() - (long) net.width(0) * net.width(1);
    return 2 * net.spec().macs() + 6 * upper + 4 * upper / Math.max(1, layers - 1);
  }

  @Override
  public Mat observe() {
    super.observe();
    for (int l = 2; l <= layers; l++) {
      kernels.affine(interneurons.activity(l), activity(l - 1), lateral.of(l), net.bias(l));
      interneurons.throughUnits(l);
    }
    isFresh = true;
    return pass().output();
  }

  @Override
  public void teach(Lesson lesson) {
    lesson.error(pass().output(), delta(layers));
    for (int l = layers; l >= 2; l--) {
      nudge(l);
      hear(l, nudged[l - 1], delta(l - 1));
      kernels.scale(delta(l - 1), -1);
      pass().backThroughUnits(l - 1, delta(l - 1));
    }
  }

  private void nudge(int l) {
    kernels.copy(nudged[l - 1], activity(l));
    kernels.add(nudged[l - 1], -1, delta(l));
  }

  /** v = heard B_l' - u_l I_l'. */
  private void hear(int l, Mat heard, Mat v) {
    kernels.timesTransposed(v, interneurons.activity(l), inhibition.of(l));
    kernels.scale(v, -1);
    kernels.timesTransposed(fromAbove[l - 2], heard, topDown.of(l));
    kernels.add(v, 1, fromAbove[l - 2]);
  }

  @Override
  public void emit(UpdateSink sink) {
    super.emit(sink);
    for (int l = 2; l <= layers; l++) {
      sink.repeat(l, lateral.of(l));
      sink.repeat(l, topDown.of(l));
      sink.repeat(l, inhibition.of(l));
    }
  }

  @Override
  public void maintain() {
    if (isFresh && layers > 1) {
      predictItself(turn);
      turn = turn > 2 ? turn - 1 : layers;
      isFresh = false;
    }
  }

  private void predictItself(int l) {
    Mat u = interneurons.activity(l);
    Mat error = surprise[l - 1];
    hear(l, activity(l), apical[l - 2]);
    kernels.addOuter(inhibition.of(l), RATE / size(u), apical[l - 2], u);
    kernels.copy(error, u);
    kernels.add(error, -1, activity(l));
    interneurons.backThroughUnits(l, error);
    kernels.addOuter(lateral.of(l), -RATE / size(activity(l - 1)), activity(l - 1), error);
  }

  /** Sum of 1 + |x|^2 over the samples. */
  private double size(Mat x) {
    return x.rows() + kernels.dot(x, x);
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.put("microcircuit.turn", turn);
    lateral.save(out, "microcircuit.v");
    inhibition.save(out, "microcircuit.i");
    topDown.save(out, "microcircuit.b");
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    turn = (int) in.getLong("microcircuit.turn");
    lateral.load(in, "microcircuit.v");
    inhibition.load(in, "microcircuit.i");
    topDown.load(in, "microcircuit.b");
  }
}

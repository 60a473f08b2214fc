package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/**
 * One output is chosen, its reward is seen, and only the way back from it is taught.
 *
 * <pre>
 * a = largest q; with probability epsilon drawn by softmax(q) instead      q = o, one a per sample
 * delta_L = q_a - r at a, 0 elsewhere
 * delta_l = f'(a_l) . (delta_(l+1) B_(l+1)')                               l = L-1 .. 1
 * dW_l    ~ h_(l-1)' delta_l
 * </pre>
 *
 * <p>q is the reward that each choice is expected to bring, so the loss must be squared: summed
 * over all choices the steps are those of backprop. The way back is a {@link FeedbackPath}; learned
 * feedback weights make the rule free of transport. Shapes: q, delta_L [sample][output], r
 * [sample].
 *
 * <p>Source: Pozzi, Bohte and Roelfsema (2020), "Attention-gated brain propagation: how the brain
 * can implement reward-based error backpropagation", NeurIPS 33; Roelfsema and van Ooyen (2005),
 * "Attention-gated reinforcement learning of internal representations for classification", Neural
 * Computation. Departs in feedback weights of their own, which {@link KolenPollack} makes.
 */
@HotPath
public final class BrainProp extends ErrorFeedback {
  /** How often another than the best choice is tried. */
  public static final double EPSILON = .05;

  /** Who chooses one output per sample, where that is not left to the rule. */
  @FunctionalInterface
  public interface Choice {
    /**
     * Chooses.
     *
     * @param q what each choice is expected to bring [sample][output]
     * @param chosen filled: 1 at a, 0 elsewhere [sample][output]
     */
    void choose(Mat q, Mat chosen);
  }

  private final Choice choice;
  private final Traits traits;
  private final Mat chosen; // 1 at a, 0 elsewhere [sample][output]
  private final Vec reward; // r [sample]

  /**
   * Binds the rule.
   *
   * @param epsilon how often another choice is tried, 0 to 1
   */
  public BrainProp(
      DenseNet net, int samples, Chance chance, FeedbackPath.Maker path, double epsilon) {
    this(net, samples, chance, path, exploring(net.kernels(), epsilon, chance));
  }

  /** Binds the rule to choices that somebody else makes, or has already made. */
  public BrainProp(
      DenseNet net, int samples, Chance chance, FeedbackPath.Maker path, Choice choice) {
    super(net, samples, chance, path);
    this.choice = choice;
    Traits way = super.traits();
    traits =
        new Traits(
            Signal.REWARD,
            way.transport(),
            2,
            way.local(),
            true,
            8,
            "choice among actions when only the reward of the one taken is known",
            "Pozzi, Bohte and Roelfsema (2020), NeurIPS 33");
    chosen = activityLike(layers);
    reward = kernels.vec(samples);
  }

  private static Choice exploring(Kernels kernels, double epsilon, Chance chance) {
    return (q, chosen) -> {
      kernels.pickLargest(chosen, q);
      kernels.explore(chosen, q, epsilon, chance);
    };
  }

  /** The rule that a path makes. */
  public static Maker along(FeedbackPath.Maker path) {
    return (net, samples, chance) -> new BrainProp(net, samples, chance, path, EPSILON);
  }

  @Override
  public Traits traits() {
    return traits;
  }

  /** chosen . q - chosen r. */
  @Override
  void teachOutput(Lesson lesson, Mat delta) {
    Mat q = pass().output();
    choice.choose(q, chosen);
    lesson.reward(chosen, reward);
    kernels.multiply(delta, chosen, q);
    kernels.scaleRows(chosen, reward);
    kernels.add(delta, -1, chosen);
  }
}

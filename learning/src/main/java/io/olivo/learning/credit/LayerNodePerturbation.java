package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/**
 * Node perturbation of one layer at a time, in many cheap draws.
 *
 * <pre>
 * a+_l    = a_l + xi,  layers above from there       xi = +-sigma
 * delta_l = mean over K_l draws of (L+ - L) xi / sigma^2
 * dW_l    ~ h_(l-1)' delta_l
 * K_l     = draws (work above 1) / (work above l),   at most 32
 * </pre>
 *
 * <p>Against {@link NodePerturbation}: a draw costs only the layers above its noise, so upper
 * layers have many; and the noise of one layer does not disturb the teaching of another. With signs
 * for noise a draw is the directional derivative times the number of units, (L+ - L) N xi / |xi|^2.
 *
 * <p>Where the error e = dL/do is known, the outputs can be taught by it exactly, as in backprop,
 * and hidden layers by L+ - L = (o+ - o) . e; then the loss is not asked for. Shapes: xi, delta_l
 * [sample][width l], L [sample].
 *
 * <p>Source: Dalm, van Gerven and Ahmad (2023), arXiv 2310.00965, whose abstract asks for a closer
 * alignment with directional derivatives. Departs in noise of one layer at a time with a number of
 * draws of its own.
 */
@HotPath
public class LayerNodePerturbation extends DrivePerturbation {
  /** How the last layer learns. */
  public enum Output {
    /** From the loss, as all others. */
    PERTURBED,
    /** From dL/do. */
    EXACT
  }

  /**
   * How noise is used.
   *
   * @param output how the last layer learns
   * @param draws in layer 1, 1 or more
   * @param gain of the teaching of perturbed layers; below 1 where exact outputs bear larger steps
   *     than noise does
   * @param sigma size of the noise on a drive
   */
  public record Plan(Output output, int draws, double gain, double sigma) {
    /** Checks it. */
    public Plan {
      if (draws < 1) {
        throw new IllegalArgumentException("draws must be 1 or more, got " + draws);
      }
      if (!(gain > 0 && sigma > 0)) {
        throw new IllegalArgumentException(
            "gain and sigma must be above 0, got " + gain + " and " + sigma);
      }
    }

    /** All layers from the loss, with noise of the usual size. */
    public static Plan ofLoss(int draws) {
      return new Plan(Output.PERTURBED, draws, 1, SIGMA);
    }

    /** Exact outputs, and hidden layers that step a tenth as far. */
    public static Plan ofError(int draws) {
      return new Plan(Output.EXACT, draws, .1, SIGMA);
    }
  }

  private static final double SIGMA = .01; // of a drive, which is about 1
  private static final int MOST_DRAWS = 32;

  private static Traits traits(Signal signal) {
    return new Traits(
        signal,
        Transport.NONE,
        4,
        true,
        true,
        3,
        "nets before a plant or an actuator that nobody has a model of",
        "Dalm, van Gerven and Ahmad (2023), arXiv 2310.00965");
  }

  private final Plan plan;
  private final Traits traits;
  private final Mat[] noise; // xi of each layer
  private final Mat moved; // o+ - o [sample][output]
  private final Vec change; // L+ - L [sample]

  /** Binds the rule. */
  public LayerNodePerturbation(DenseNet net, int samples, Chance chance, Plan plan) {
    super(net, samples, chance);
    this.plan = plan;
    traits = traits(plan.output == Output.EXACT ? Signal.ERROR : Signal.LOSS);
    moved = kernels.mat(samples, net.width(layers));
    change = kernels.vec(samples);
    noise = new Mat[layers];
    for (int l = 1; l <= layers; l++) {
      noise[l - 1] = kernels.mat(samples, net.width(l));
    }
  }

  /** The rule of a plan. */
  public static Maker of(Plan plan) {
    return (net, samples, chance) -> new LayerNodePerturbation(net, samples, chance, plan);
  }

  @Override
  public Traits traits() {
    return traits;
  }

  /** K_l: the draws of every layer cost about the same. */
  final int draws(int l) {
    long most = plan.draws * workAbove(1) / workAbove(l);
    return Math.clamp(most, 1, MOST_DRAWS);
  }

  /** Multiply-accumulates of a draw, and one per unit for its noise and its slope. */
  private long workAbove(int l) {
    return macsAbove(l) + net.width(l);
  }

  private int perturbedLayers() {
    return plan.output == Output.EXACT ? layers - 1 : layers;
  }

  @Override
  public long macs() {
    long macs = 2 * net.spec().macs();
    for (int l = 1; l <= perturbedLayers(); l++) {
      macs += draws(l) * macsAbove(l);
    }
    return macs;
  }

  @Override
  public void teach(Lesson lesson) {
    if (plan.output == Output.EXACT) {
      lesson.error(pass().output(), delta(layers));
    } else {
      begin(lesson);
    }
    for (int l = 1; l <= perturbedLayers(); l++) {
      perturb(l, lesson);
    }
  }

  private void perturb(int l, Lesson lesson) {
    int all = draws(l);
    kernels.fill(delta(l), 0);
    for (int k = 0; k < all; k++) {
      Mat xi = noise[l - 1];
      kernels.fillSigns(xi, chance, plan.sigma);
      kernels.copy(twin().activity(l), drive(l));
      kernels.add(twin().activity(l), 1, xi);
      runTwinFrom(l);
      kernels.scaleRows(xi, plan.output == Output.EXACT ? changeByError() : change(lesson));
      kernels.add(delta(l), plan.gain / (all * plan.sigma * plan.sigma), xi);
    }
  }

  /** (o+ - o) . e, which is L+ - L as sigma goes to 0 [sample]. */
  private Vec changeByError() {
    kernels.copy(moved, twin().output());
    kernels.add(moved, -1, pass().output());
    kernels.rowDots(change, moved, delta(layers));
    return change;
  }
}

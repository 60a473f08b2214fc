package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/**
 * One unit after another has all its incoming weights perturbed at once, which perturbs its drive
 * by their sum.
 *
 * <pre>
 * Gamma_j = sum_i h_i gamma_ij + gamma_j      gamma = +-c, drive of unit j: a_j + Gamma_j
 * G_ij    = (L+ - L) / gamma_ij               its mean is dL/da_j h_i = dL/dW_ij as c goes to 0
 * </pre>
 *
 * <p>L is the mean over the samples of a step, which share one gamma. A step takes as many partial
 * passes as there are units, weight perturbation one by one as many as weights: the O(N) of the
 * title. Hidden activity is never read by the update, only weights are moved and the loss is looked
 * at; that the drive is moved by the sum is used here to run only what lies above it. Shapes: gamma
 * as W_l, Gamma [sample][width l].
 *
 * <p>Source: Flower and Jabri (1992), "Summed weight neuron perturbation: an O(N) improvement over
 * weight perturbation", NIPS 5:212. Only its abstract and introduction could be read; the equations
 * are what these say: a finite difference, no access to hidden activity, the cost of node
 * perturbation, and a stochastic relation between perturbations of weights and of neurons. Departs
 * in whatever else the paper has.
 */
@HotPath
public final class SummedWeightNodePerturbation extends DrivePerturbation {
  static final double C = 1e-3;

  static final Traits TRAITS =
      new Traits(
          Signal.LOSS,
          Transport.NONE,
          2,
          true,
          true,
          1,
          "small nets in hardware where weights can be set but activity cannot be read",
          "Flower and Jabri (1992), NIPS 5:212");

  private final double c;
  private final Fan[] fan;
  private final Mat one; // [1][1]
  private final Vec ones; // [sample]

  /** What layer l is perturbed by, and what came of it. */
  private static final class Fan {
    private final Mat gamma;
    private final Vec biasGamma;
    private final Mat gradient;
    private final Vec biasGradient;
    private final Mat moved; // a + Gamma [sample][width l]
    private final Mat weights; // of one unit [width l-1][1]
    private final Mat unit; // drives of one unit [sample][1]

    private Fan(DrivePerturbation rule, int l) {
      int inputs = rule.net.width(l - 1);
      int units = rule.net.width(l);
      gamma = rule.kernels.mat(inputs, units);
      biasGamma = rule.kernels.vec(units);
      gradient = rule.kernels.mat(inputs, units);
      biasGradient = rule.kernels.vec(units);
      moved = rule.activityLike(l);
      weights = rule.kernels.mat(inputs, 1);
      unit = rule.kernels.mat(rule.pass().samples(), 1);
    }
  }

  /** Perturbations of the usual size. */
  public SummedWeightNodePerturbation(DenseNet net, int samples, Chance chance) {
    this(net, samples, chance, C);
  }

  /**
   * Binds the rule.
   *
   * @param c how far each weight is moved
   */
  public SummedWeightNodePerturbation(DenseNet net, int samples, Chance chance, double c) {
    super(net, samples, chance);
    this.c = c;
    fan = new Fan[layers];
    for (int l = 1; l <= layers; l++) {
      fan[l - 1] = new Fan(this, l);
    }
    one = kernels.mat(1, 1);
    ones = kernels.vec(samples);
    kernels.fill(ones, 1);
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public long macs() {
    long macs = 2 * net.spec().macs();
    for (int l = 1; l <= layers; l++) {
      macs += net.width(l) * macsAbove(l);
    }
    return macs;
  }

  @Override
  public void teach(Lesson lesson) {
    begin(lesson);
    for (int l = 1; l <= layers; l++) {
      Fan f = fan[l - 1];
      kernels.fillSigns(f.gamma, chance, c);
      kernels.fillSigns(f.biasGamma, chance, c);
      kernels.affine(f.moved, activity(l - 1), f.gamma, f.biasGamma);
      kernels.add(f.moved, 1, drive(l));
      for (int j = 0; j < net.width(l); j++) {
        perturb(l, j, f, lesson);
      }
    }
  }

  /** L+ - L of unit j, and its share for each of the unit's weights: 1 / gamma = gamma / c^2. */
  private void perturb(int l, int j, Fan f, Lesson lesson) {
    kernels.copy(twin().activity(l), drive(l));
    kernels.takeColumns(f.unit, f.moved, j);
    kernels.putColumns(twin().activity(l), j, f.unit);
    runTwinFrom(l);
    double slope = kernels.dot(change(lesson), ones) / (pass().samples() * c * c);
    share(slope, j, f.gradient, f.weights, f.gamma);
    share(slope, j, f.biasGradient, one, f.biasGamma);
  }

  private void share(double slope, int j, Mat gradient, Mat column, Mat gamma) {
    kernels.takeColumns(column, gamma, j);
    kernels.scale(column, slope);
    kernels.putColumns(gradient, j, column);
  }

  /** The sink refuses a layer whose losses were no numbers. */
  @Override
  public void emit(UpdateSink sink) {
    for (int l = 1; l <= layers; l++) {
      Fan f = fan[l - 1];
      boolean isSound = kernels.areFinite(f.gradient) && kernels.areFinite(f.biasGradient);
      sink.along(l, isSound ? 1 : Double.NaN, f.gradient, f.biasGradient);
    }
  }
}

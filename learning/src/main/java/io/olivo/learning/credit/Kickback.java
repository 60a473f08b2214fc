package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;

/**
 * Every hidden unit hears the error of one output as it is; what a unit makes of it is its
 * influence, the sum of its weights to active units above.
 *
 * <pre>
 * delta_L = e = dL/do
 * delta_j = sum over outputs k of w_jk e_k                  j active, in layer L-1
 * delta_j = sum over active units k above of w_jk s_k       j active, below
 * s_k     = e_(k mod m) sqrt(m / width)                     m outputs, width of the layer of k
 * dW_l    ~ h_(l-1)' delta_l
 * </pre>
 *
 * <p>With one output, delta_j = e tau_j / sqrt(width), where tau_j is the sum of the weights from j
 * to active units: one scalar is broadcast. The top hidden layer then learns as in backprop, and
 * below it every sign is that of backprop if the net is coherent, such as one whose weights above
 * the first hidden layer are all positive. A net that is not may learn the wrong way.
 *
 * <p>With several outputs, hidden units belong to outputs in turn, so that m such nets lie in the
 * same matrices, each hearing its own error and feeding all others.
 *
 * <p>Source: Balduzzi, Vanchinathan and Buhmann (2015), AAAI, arXiv 1411.6191. Departs in several
 * outputs, for it is stated for one, and in the root, a step size as long as backprop's.
 */
@HotPath
public final class Kickback extends LayeredRule {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.SUM,
          2,
          true,
          true,
          3,
          "inverse dynamics, one net a torque, where only one error can be sent to all units",
          "Balduzzi, Vanchinathan and Buhmann (2015), arXiv 1411.6191");

  private final Mat[]
      owner; // [output][width l], the root where unit j belongs to the output, else 0
  private final Mat[] heard; // s of layer l [sample][width l]

  /**
   * Binds it.
   *
   * @throws IllegalArgumentException when hidden units are not rectified
   */
  public Kickback(DenseNet net, int samples, Chance chance) {
    super(net, samples, chance);
    if (layers > 1 && net.spec().hidden() != Activation.RELU) {
      throw new IllegalArgumentException(
          "kickback sums over the hidden units that are active, so they must be RELU, got %s; make the net with Activation.RELU"
              .formatted(net.spec().hidden()));
    }
    owner = new Mat[layers];
    heard = new Mat[layers];
    for (int l = 1; l < layers; l++) {
      owner[l] = owners(net.width(layers), net.width(l));
      heard[l] = activityLike(l);
    }
  }

  private Mat owners(int outputs, int width) {
    Mat owners = kernels.mat(outputs, width);
    double[] row = new double[width];
    for (int k = 0; k < outputs; k++) {
      for (int j = 0; j < width; j++) {
        row[j] = j % outputs == k ? Math.sqrt((double) outputs / width) : 0;
      }
      kernels.put(owners, k, row);
    }
    return owners;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public long macs() {
    long upper = net.spec().macs() - (long) net.width(0) * net.width(1);
    long broadcast = 0;
    for (int l = 2; l < layers; l++) {
      broadcast += (long) net.width(layers) * net.width(l);
    }
    return 2 * net.spec().macs() + upper + broadcast;
  }

  @Override
  public void teach(Lesson lesson) {
    Mat error = delta(layers);
    lesson.error(pass().output(), error);
    kick(layers, error);
    for (int l = layers - 1; l >= 2; l--) {
      kernels.times(heard[l], error, owner[l]);
      kernels.timesSlope(Activation.RELU, heard[l], activity(l)); // only active units count
      kick(l, heard[l]);
    }
  }

  /** Weighs what layer l hears by the weights to it. */
  private void kick(int l, Mat signal) {
    if (l > 1) {
      kernels.timesTransposed(delta(l - 1), signal, net.weight(l));
      pass().backThroughUnits(l - 1, delta(l - 1));
    }
  }
}

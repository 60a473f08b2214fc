package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * B_l learns W_l from the responses to noise: the weight mirror.
 *
 * <pre>
 * xi ~ N(0, sigma^2),  r = f(xi W)                    noise sent through one layer
 * B  = (1 - rate) B + rate xi' r / (n sigma^2)         upkeep, n noise samples
 * </pre>
 *
 * <p>The noise is white: with activities of the task instead, B would learn their correlations too.
 * Shapes: xi [n][width l-1], r [n][width l]. Source: Akrout et al. (2019), NeurIPS, arXiv
 * 1904.05391, sec. 2. Departs in writing their rate and decay as one number.
 */
@HotPath
public final class Mirror extends StoredPath {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.NONE,
          3,
          true,
          true,
          16,
          "motor maps of any depth where idle time allows a noise phase",
          "Akrout et al. (2019), arXiv 1904.05391");

  /** Size of the noise, sigma: small, so that tanh units answer nearly linearly. */
  static final double NOISE = .1;

  private final Chance chance;
  private final double rate;
  private final Mat[] noise; // xi of layer l [n][width l-1]
  private final Mat[] response; // r of layer l [n][width l]
  private final Vec[] silence; // a bias of 0 [width l]

  /**
   * Draws the first B.
   *
   * @param samples noise samples per upkeep, n
   * @param rate share of B renewed per upkeep, in (0, 1]
   */
  public Mirror(DenseNet net, int samples, double rate, Chance chance) {
    super(net, chance, TRAITS);
    this.chance = chance;
    this.rate = rate;
    int mirrored = net.layers() - 1;
    noise = new Mat[mirrored];
    response = new Mat[mirrored];
    silence = new Vec[mirrored];
    for (int l = 2; l <= net.layers(); l++) {
      noise[l - 2] = kernels.mat(samples, net.width(l - 1));
      response[l - 2] = kernels.mat(samples, net.width(l));
      silence[l - 2] = kernels.vec(net.width(l));
    }
  }

  @Override
  public void maintain() {
    for (int l = 2; l <= net.layers(); l++) {
      mirror(l, noise[l - 2], response[l - 2], silence[l - 2]);
    }
  }

  private void mirror(int l, Mat xi, Mat r, Vec zero) {
    kernels.fillNormal(xi, chance, NOISE);
    kernels.affine(r, xi, net.weight(l), zero);
    kernels.activate(net.activation(l), r, r);
    kernels.scale(feedback(l), 1 - rate);
    kernels.addOuter(feedback(l), rate / (xi.rows() * NOISE * NOISE), xi, r);
  }

  @Override
  public long extraMacs(int samples) {
    long upper = net.spec().macs() - (long) net.width(0) * net.width(1);
    return 2L * noise[0].rows() * upper / samples;
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    chance.save(out, "path.chance");
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    chance.load(in, "path.chance");
  }
}

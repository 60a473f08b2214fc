package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.net.Vec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Takes the correlations out of inputs, block by block.
 *
 * <pre>
 * z = x R
 * R = R - alpha R (C - diag C)        C = mean of z' z over the samples, R begins as 1
 * </pre>
 *
 * <p>R is block diagonal with equal blocks as near to the wanted size as they can be: inputs are
 * decorrelated only from those of their block, for 3 n block multiply-accumulates a sample instead
 * of 3 n^2. C is never formed: R C = (z R')' z. What z counts for in C is bounded, and R too, so
 * that no input can break it. Shapes: x, z [sample][n], R [block][block] each.
 *
 * <p>Source: Dalm, van Gerven and Ahmad (2023), arXiv 2310.00965; Dalm, Offergeld, Ahmad and van
 * Gerven (2024), arXiv 2405.02385. Departs in its blocks and bounds.
 */
@HotPath
final class Decorrelation {
  private static final double LARGEST_Z = 10; // in C; usual inputs are about 1
  private static final double LARGEST_R = 10;
  private static final double FINITE = 1e30;

  private final Kernels kernels;
  private final double alpha;
  private final Block[] block;

  /** R of some inputs from one on. */
  private static final class Block {
    private final int from;
    private final Mat r;
    private final Mat x; // [sample][block]
    private final Mat z; // [sample][block]
    private final Mat u; // z R', then z z [sample][block]
    private final Vec grow; // 1 + alpha diag C

    private Block(Kernels kernels, int samples, int from, int size) {
      this.from = from;
      r = kernels.mat(size, size);
      x = kernels.mat(samples, size);
      z = kernels.mat(samples, size);
      u = kernels.mat(samples, size);
      grow = kernels.vec(size);
      double[] row = new double[size];
      for (int i = 0; i < size; i++) {
        row[i] = 1;
        kernels.put(r, i, row);
        row[i] = 0;
      }
    }
  }

  /**
   * Takes every buffer.
   *
   * @param inputs n
   * @param size of a block, wanted
   * @param alpha rate of R
   */
  Decorrelation(Kernels kernels, int samples, int inputs, int size, double alpha) {
    this.kernels = kernels;
    this.alpha = alpha;
    block = new Block[Math.max(1, Math.round((float) inputs / size))];
    for (int k = 0; k < block.length; k++) {
      int from = k * inputs / block.length;
      int to = (k + 1) * inputs / block.length;
      block[k] = new Block(kernels, samples, from, to - from);
    }
  }

  /** R of the block of this number [block][block]. */
  Mat r(int k) {
    return block[k].r;
  }

  /** z = x R. */
  void apply(Mat x, Mat z) {
    for (Block b : block) {
      kernels.takeColumns(b.x, x, b.from);
      kernels.times(b.z, b.x, b.r);
      kernels.bound(b.z, FINITE);
      kernels.putColumns(z, b.from, b.z);
    }
  }

  /** One step of R, from what {@link #apply} gave. */
  void learn(Mat z) {
    double share = alpha / z.rows();
    for (Block b : block) {
      kernels.takeColumns(b.z, z, b.from);
      kernels.bound(b.z, LARGEST_Z);
      kernels.multiply(b.u, b.z, b.z);
      kernels.fill(b.grow, 1);
      kernels.addColumnSums(b.grow, share, b.u);
      kernels.timesTransposed(b.u, b.z, b.r);
      kernels.scaleColumns(b.r, b.grow);
      kernels.addOuter(b.r, -share, b.u, b.z);
      kernels.bound(b.r, LARGEST_R);
    }
  }

  /** Multiply-accumulates of {@link #apply}, per sample. */
  long macs() {
    long macs = 0;
    for (Block b : block) {
      macs += (long) b.r.rows() * b.r.cols();
    }
    return macs;
  }

  void save(StateWriter out, String name) {
    for (int k = 0; k < block.length; k++) {
      MatState.save(kernels, block[k].r, out, out.name(name, k));
    }
  }

  void load(StateReader in, String name) {
    for (int k = 0; k < block.length; k++) {
      MatState.load(kernels, block[k].r, in, name + k);
    }
  }
}

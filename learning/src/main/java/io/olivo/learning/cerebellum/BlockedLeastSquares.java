package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.readout.RecursiveLeastSquares;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Recursive least squares with a block-diagonal covariance: features correlate within their block
 * only, and all blocks share one gain.
 *
 * <pre>
 * v_b = P_b z_b,  q_b = z_b.v_b,  q = sum_b q_b
 * K   = max(1/(R + q), floor/(q + 1e-9))              the weights of all blocks move by K e v
 * P_b = (P_b - v_b v_b' / (R + q)) / lambda           and the pull back to the prior
 * </pre>
 *
 * <p>Dividing by the joint q, not by q_b, keeps the blocks from all correcting the same error:
 * together they move the prediction as far as one covariance would. With one block it is {@link
 * RecursiveLeastSquares}. Source: block-diagonal Kalman gain, Puskorius and Feldkamp (1991),
 * decoupled extended Kalman filter. Cost: 2 k^2 / blocks.
 */
@HotPath
final class BlockedLeastSquares {
  private final RecursiveLeastSquares[] block;
  private final double[][] part; // z_b [block][feature of it]
  private final double[] direction; // v [feature]
  private double variance; // q
  private double leastNoise;

  /**
   * Neighbours in the order of the features form a block; all blocks have about the same size.
   *
   * @param prior P0 [feature]
   * @param blocks how many
   * @param forgetting lambda
   */
  BlockedLeastSquares(double[] prior, int blocks, double forgetting) {
    int k = prior.length;
    block = new RecursiveLeastSquares[blocks];
    part = new double[blocks][];
    direction = new double[k];
    for (int b = 0; b < blocks; b++) {
      int from = (int) ((long) k * b / blocks);
      int to = (int) ((long) k * (b + 1) / blocks);
      part[b] = new double[to - from];
      System.arraycopy(prior, from, part[b], 0, part[b].length);
      block[b] = new RecursiveLeastSquares(part[b], forgetting);
    }
  }

  /** Looks at a sample: v and q of all blocks. */
  void look(double[] z) {
    variance = 0;
    leastNoise = 0;
    int from = 0;
    for (int b = 0; b < block.length; b++) {
      int size = part[b].length;
      System.arraycopy(z, from, part[b], 0, size);
      block[b].look(part[b]);
      System.arraycopy(block[b].direction(), 0, direction, from, size);
      variance += block[b].variance();
      leastNoise += block[b].leastNoise();
      from += size;
    }
  }

  /** K for the sample looked at. */
  double gain(double noise, double floor) {
    return RecursiveLeastSquares.gain(variance, Math.max(noise, leastNoise), floor);
  }

  /** v of the sample looked at. Not to be changed. */
  double[] direction() {
    return direction;
  }

  /** q of the sample looked at. */
  double variance() {
    return variance;
  }

  /** Takes the sample looked at into P. To each block the other blocks' variance is noise. */
  void absorb(double noise) {
    double joint = Math.max(noise, leastNoise);
    for (RecursiveLeastSquares one : block) {
      one.absorb(joint + (variance - one.variance()));
    }
  }

  /** Begins anew with the prior. */
  void reset() {
    for (RecursiveLeastSquares one : block) {
      one.reset();
    }
  }

  /** Gives part of the prior variance back: the plant seems to have changed. */
  void doubt(double share) {
    for (RecursiveLeastSquares one : block) {
      one.doubt(share);
    }
  }

  /** One block is saved as one covariance is. */
  void save(StateWriter out) {
    for (int b = 0; b < block.length; b++) {
      block[b].save(out, block.length == 1 ? "rls" : out.row("rls", b));
    }
  }

  void load(StateReader in) {
    for (int b = 0; b < block.length; b++) {
      block[b].load(in, name(b));
    }
  }

  private String name(int b) {
    return block.length == 1 ? "rls" : "rls." + b;
  }
}

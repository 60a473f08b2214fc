package io.olivo.learning.net;

import java.util.List;

/**
 * The shape of a {@link DenseNet} and how its weights begin.
 *
 * <pre>
 * W_ij ~ N(0, gain^2 / inputs), of the last layer N(0, outputGain^2 / inputs); b = 0
 * </pre>
 *
 * <p>With a sparsity s every unit begins without that share of its inputs; its other weights are
 * larger by 1 / sqrt(1 - s), so that its drive keeps its variance. Source of sparse init and of the
 * normalisation without parameters: Elsayed, Vasan and Mahmood (2024), arXiv 2410.14606.
 *
 * @param widths inputs, hidden layers, outputs
 * @param hidden what hidden units do with their drive; outputs are linear
 * @param loss what is to become small
 * @param gain of the first weights
 * @param outputGain of the last layer's first weights; 0 lets it begin silent
 * @param sparsity share of zeros in the hidden layers' first weights, 0 to below 1
 * @param layerNorm whether drives of hidden layers are normalised over the layer
 * @param orthogonal whether the first W_2 .. W_L are gain times a matrix with orthonormal columns,
 *     or rows where it is wider than tall
 */
public record NetSpec(
    List<Integer> widths,
    Activation hidden,
    Loss loss,
    double gain,
    double outputGain,
    double sparsity,
    boolean layerNorm,
    boolean orthogonal) {
  /** Checks the shape. */
  public NetSpec {
    widths = List.copyOf(widths);
    if (widths.size() < 2 || widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "a net needs inputs and outputs, and every layer at least one unit, got " + widths);
    }
    if (!(sparsity >= 0 && sparsity < 1)) {
      throw new IllegalArgumentException("sparsity must be in [0, 1), got " + sparsity);
    }
    if (orthogonal && sparsity > 0) {
      throw new IllegalArgumentException("orthogonal weights cannot be sparse; choose one of them");
    }
    if (!(gain >= 0 && outputGain >= 0)) {
      throw new IllegalArgumentException(
          "gains must be 0 or more, got " + gain + " and " + outputGain);
    }
  }

  /** Gains of 1, no zeros, no normalisation. */
  public static NetSpec of(List<Integer> widths, Activation hidden, Loss loss) {
    return new NetSpec(widths, hidden, loss, 1, 1, 0, false, false);
  }

  /** The same with another gain of the last layer. */
  public NetSpec withOutputGain(double newGain) {
    return new NetSpec(widths, hidden, loss, gain, newGain, sparsity, layerNorm, orthogonal);
  }

  /** The same with sparse first weights. */
  public NetSpec withSparsity(double share) {
    return new NetSpec(widths, hidden, loss, gain, outputGain, share, layerNorm, orthogonal);
  }

  /** The same with layer normalisation. */
  public NetSpec withLayerNorm() {
    return new NetSpec(widths, hidden, loss, gain, outputGain, sparsity, true, orthogonal);
  }

  /** The same with orthogonal first weights. */
  public NetSpec withOrthogonalWeights() {
    return new NetSpec(widths, hidden, loss, gain, outputGain, sparsity, layerNorm, true);
  }

  /** Number of layers of weights. */
  public int layers() {
    return widths.size() - 1;
  }

  /** Multiply-accumulates of one forward pass of one sample. */
  public long macs() {
    long macs = 0;
    for (int l = 1; l < widths.size(); l++) {
      macs += (long) widths.get(l - 1) * widths.get(l);
    }
    return macs;
  }
}

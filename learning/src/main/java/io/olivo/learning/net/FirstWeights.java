package io.olivo.learning.net;

import io.olivo.learning.Chance;
import io.olivo.learning.Rows;

/** How a layer's weights begin; see {@link NetSpec}. */
final class FirstWeights {
  private FirstWeights() {}

  static Mat of(NetSpec spec, int l, Kernels kernels, Chance chance) {
    int inputs = spec.widths().get(l - 1);
    int units = spec.widths().get(l);
    boolean last = l == spec.layers();
    double gain = last ? spec.outputGain() : spec.gain();
    Mat weight = kernels.mat(inputs, units);
    kernels.fillNormal(weight, chance, gain / Math.sqrt(inputs));
    if (!last && spec.sparsity() > 0) {
      thin(weight, spec.sparsity(), kernels, chance);
    }
    if (l > 1 && spec.orthogonal() && gain > 0) {
      straighten(weight, gain, kernels);
    }
    return weight;
  }

  /** Takes the same number of inputs from every unit. */
  private static void thin(Mat weight, double share, Kernels kernels, Chance chance) {
    int inputs = weight.rows();
    int zeros = Math.min(inputs - 1, (int) Math.round(share * inputs));
    double[][] kept = new double[inputs][weight.cols()];
    int[] order = new int[inputs];
    for (int unit = 0; unit < weight.cols(); unit++) {
      shuffle(order, chance);
      for (int k = zeros; k < inputs; k++) {
        kept[order[k]][unit] = Math.sqrt(inputs / (double) (inputs - zeros));
      }
    }
    Mat mask = kernels.mat(inputs, weight.cols());
    for (int i = 0; i < inputs; i++) {
      kernels.put(mask, i, kept[i]);
    }
    kernels.multiply(weight, weight, mask);
  }

  /** Fisher and Yates. */
  private static void shuffle(int[] order, Chance chance) {
    for (int i = 0; i < order.length; i++) {
      int j = chance.index(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  /** Makes the columns, or the rows of a wide matrix, orthogonal and as long as the gain. */
  private static void straighten(Mat weight, double gain, Kernels kernels) {
    double[][] w = new double[weight.rows()][weight.cols()];
    for (int i = 0; i < w.length; i++) {
      kernels.get(weight, i, w[i]);
    }
    boolean isWide = weight.cols() > weight.rows();
    double[][] vectors = isWide ? w : transpose(w);
    orthonormalise(vectors);
    double[][] straight = isWide ? vectors : transpose(vectors);
    for (int i = 0; i < w.length; i++) {
      Rows.scale(straight[i], gain, straight[i]);
      kernels.put(weight, i, straight[i]);
    }
  }

  /** Gram and Schmidt, each vector twice, so that rounding leaves no angle. */
  private static void orthonormalise(double[][] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      double[] v = vectors[i];
      for (int j = 0; j < 2 * i; j++) {
        double[] before = vectors[j % i];
        Rows.add(v, -Rows.dot(v, before), before);
      }
      Rows.scale(v, 1 / Math.sqrt(Rows.dot(v, v)), v);
    }
  }

  private static double[][] transpose(double[][] w) {
    double[][] turned = new double[w[0].length][w.length];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[i].length; j++) {
        turned[j][i] = w[i][j];
      }
    }
    return turned;
  }
}

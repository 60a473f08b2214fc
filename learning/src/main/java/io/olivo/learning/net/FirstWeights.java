package io.olivo.learning.net;

import io.olivo.learning.Chance;

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
}

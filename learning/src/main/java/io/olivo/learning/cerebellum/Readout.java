package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/** Weights from products and granules to the outputs: what is known of one plant. */
@HotPath
final class Readout {
  final double[][] products; // [output][feature]
  final double[][] granules; // [output][granule]

  Readout(int outputs, int products, int granules) {
    this.products = new double[outputs][products];
    this.granules = new double[outputs][granules];
  }

  /** w_j . z + w_g,j . g */
  double predict(int output, double[] z, double[] g) {
    return Rows.dot(products[output], z) + Rows.dot(granules[output], g);
  }

  /** Keeps the weights of one output within +-most. */
  void bound(int output, double most) {
    Rows.bound(products[output], most);
    Rows.bound(granules[output], most);
  }

  /** The granules forget a share of what they know. */
  void fade(double share) {
    for (double[] row : granules) {
      Rows.scale(row, 1 - share, row);
    }
  }

  /** Forgets everything. */
  void clear() {
    for (int j = 0; j < products.length; j++) {
      Arrays.fill(products[j], 0);
      Arrays.fill(granules[j], 0);
    }
  }

  void copyFrom(Readout other) {
    for (int j = 0; j < products.length; j++) {
      Rows.copy(other.products[j], products[j]);
      Rows.copy(other.granules[j], granules[j]);
    }
  }

  void approach(Readout other, double rate) {
    for (int j = 0; j < products.length; j++) {
      Rows.approach(products[j], rate, other.products[j]);
      Rows.approach(granules[j], rate, other.granules[j]);
    }
  }

  void save(StateWriter out, String name) {
    out.put(out.name(name, ".products"), products);
    out.put(out.name(name, ".granules"), granules);
  }

  void load(StateReader in, String name) {
    in.get(in.name(name, ".products"), products);
    in.get(in.name(name, ".granules"), granules);
  }
}

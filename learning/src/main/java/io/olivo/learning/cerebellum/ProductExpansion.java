package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.expansion.Expansion;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * The cerebellar learner's products of up to two inputs, for other learners to be measured on the
 * same features. It draws nothing, so there is nothing to save.
 *
 * <pre>
 * f = [1, x_i, x_i x_j (i &lt;= j)]
 * </pre>
 */
@HotPath
public final class ProductExpansion implements Expansion {
  private final ProductFeatures products;

  /**
   * The products of so many inputs: all of them up to 37 inputs, beyond that those drawn for 768
   * features.
   *
   * @param inputs d
   */
  public ProductExpansion(int inputs) {
    products = ProductFeatures.squares(inputs);
  }

  @Override
  public int size() {
    return products.size();
  }

  @Override
  public void fill(double[] inputs, double[] units) {
    products.fill(inputs, units);
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void load(StateReader in) {}
}

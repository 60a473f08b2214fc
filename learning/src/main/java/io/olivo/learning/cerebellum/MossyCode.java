package io.olivo.learning.cerebellum;

import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.expansion.GranuleLayer;
import io.olivo.learning.olive.TraceLine;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * What the readout sees: products and granules of the inputs now, and their delayed traces.
 *
 * <pre>
 * x = inputs,  z = products(x),  g = granules(x),  (F z)(t-L),  (F g)(t-L)
 * </pre>
 */
@HotPath
final class MossyCode {
  private static final double LARGEST = 1e6; // of an input that may be believed

  private final FeatureMap inputs;
  private final ProductFeatures products;
  private final GranuleLayer granules;
  private final double[] input; // x
  private final double[] product; // z
  private final double[] granule; // g
  private final TraceLine productTrace; // F z
  private final TraceLine granuleTrace; // F g

  MossyCode(FeatureMap inputs, ProductFeatures products, GranuleLayer granules, double rate) {
    this.inputs = inputs;
    this.products = products;
    this.granules = granules;
    input = new double[inputs.size()];
    product = new double[products.size()];
    granule = new double[granules.size()];
    productTrace = new TraceLine(product.length, rate);
    granuleTrace = new TraceLine(granule.length, rate);
  }

  /** Computes x, z and g; with inputs beyond belief, z and g stay as they were. */
  boolean see(double[] state, double[] desired) {
    inputs.fill(state, desired, input);
    boolean sound = areSound(input);
    if (sound) {
      products.fill(input, product);
      granules.fill(input, granule);
    }
    return sound;
  }

  /** Whether all values are finite and below 1e6. */
  static boolean areSound(double[] values) {
    return Rows.areWithin(values, LARGEST);
  }

  /** Whether a value is finite and below 1e6. */
  static boolean isSound(double value) {
    return Math.abs(value) <= LARGEST; // false for NaN, too
  }

  /** w . z + w_g . g of one output. */
  double read(Readout weights, int output) {
    return weights.predict(output, product, granule);
  }

  /** Takes z and g of this tick into the traces. */
  void remember() {
    productTrace.push(product);
    granuleTrace.push(granule);
  }

  /** (F z)(t-L). Not to be changed. */
  double[] products(int lag) {
    return productTrace.at(lag);
  }

  /** (F g)(t-L). Not to be changed. */
  double[] granules(int lag) {
    return granuleTrace.at(lag);
  }

  void forgetTraces() {
    productTrace.reset();
    granuleTrace.reset();
  }

  void save(StateWriter out) {
    granules.save(out);
    out.put("code.products", product);
    out.put("code.granules", granule);
    productTrace.save(out, "trace.products");
    granuleTrace.save(out, "trace.granules");
  }

  void load(StateReader in) {
    granules.load(in);
    if (in.has("code.products")) { // older files lack what a refused sample falls back on
      in.get("code.products", product);
      in.get("code.granules", granule);
    }
    productTrace.load(in, "trace.products");
    granuleTrace.load(in, "trace.granules");
  }
}

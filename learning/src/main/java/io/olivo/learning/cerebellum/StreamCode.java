package io.olivo.learning.cerebellum;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.expansion.TuningCurves;
import java.util.Arrays;

/**
 * What the readout sees of inputs about which nothing is known but their scale.
 *
 * <pre>
 * z = [1, x, x_i x_j, tanh(2 x), tanh(10 x), f(.6 x)]
 * </pre>
 *
 * <p>Products carry inertia, Coriolis force and gravity; the two saturations are friction, which no
 * product can express; f are random {@link TuningCurves} for all the rest. Products take at most
 * three fifths of what the linear part and the saturations leave, drawn at random when there are
 * too many; the curves take what remains. Cost: k + 2 d tanh + d times the curves.
 */
@HotPath
final class StreamCode {
  private static final double PRODUCT_SHARE = .6;
  private static final double BEND = 2; // tanh(2 x)
  private static final double STEP = 10; // tanh(10 x)
  private static final double SPREAD = .6; // of the inputs that the curves expect

  private static final double PRIOR_LINEAR = 30;
  private static final double PRIOR_PRODUCT = .01;
  private static final double PRIOR_SATURATION = 1;
  private static final double PRIOR_CURVE = .1;

  private final ProductFeatures products; // 1, x, x_i x_j
  private final TuningCurves curves;
  private final double[] product;
  private final double[] spread; // .6 x
  private final double[] curve; // f

  StreamCode(int inputs, int features, Chance chance) {
    int left = Math.max(0, features - 1 - 3 * inputs);
    products = ProductFeatures.squares(inputs, (int) (PRODUCT_SHARE * left), chance);
    int drawn = Math.max(0, features - products.size() - 2 * inputs);
    curves = new TuningCurves(drawn, inputs, chance);
    product = new double[products.size()];
    spread = new double[inputs];
    curve = new double[drawn];
  }

  int size() {
    return product.length + 2 * spread.length + curve.length;
  }

  /** P0 of every feature: small where a wrong guess far from all samples would cost most. */
  double[] prior() {
    double[] prior = new double[size()];
    int linear = 1 + spread.length;
    Arrays.fill(prior, 0, linear, PRIOR_LINEAR);
    Arrays.fill(prior, linear, product.length, PRIOR_PRODUCT);
    Arrays.fill(prior, product.length, size() - curve.length, PRIOR_SATURATION);
    Arrays.fill(prior, size() - curve.length, size(), PRIOR_CURVE);
    return prior;
  }

  /** Computes z of scaled inputs. */
  void fill(double[] x, double[] z) {
    products.fill(x, product);
    System.arraycopy(product, 0, z, 0, product.length);
    int at = product.length;
    for (int i = 0; i < x.length; i++) {
      z[at++] = Elementary.tanh(BEND * x[i]);
      z[at++] = Elementary.tanh(STEP * x[i]);
      spread[i] = SPREAD * x[i];
    }
    curves.fill(spread, curve);
    System.arraycopy(curve, 0, z, at, curve.length);
  }
}

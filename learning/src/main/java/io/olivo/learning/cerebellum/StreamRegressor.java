package io.olivo.learning.cerebellum;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;

/**
 * The cerebellar readout on a stream of rows: no loop, no lag, nothing known of the inputs.
 * Predict, then learn, row by row.
 *
 * <pre>
 * x = {@link RunningScale}(inputs),  z = {@link StreamCode}(x)
 * p_j  = w_j . z                                    predict
 * e_j  = {@link ErrorBound}(y_j - p_j)
 * w_j += e_j v/(1 + q),  v = P z,  q = z.v          learn, {@link BlockedLeastSquares}, no floor
 * </pre>
 *
 * <p>Outputs need no scale: least squares follows them. The inputs' scales are poor at first, and
 * weights learned under poor scales are worth little; so the first rows are kept, and after 32, 64,
 * ... 2048 rows all is learned anew from them, under the scales of that moment. Before the first
 * time the mean of the outputs so far is predicted. That costs two more updates for each of these
 * rows, half of them at once; from then on every row costs the same.
 *
 * <p>Shapes: inputs d, outputs m, z k, w [output][k]. Units: those of the stream. Source: recursive
 * least squares on fixed random features as in Gijsberts and Metta (2013), Neural Networks 41:59;
 * products, saturations and rectified curves instead of their Fourier features. Cost: 2 k^2 /
 * blocks + 2 m k.
 */
@HotPath
public final class StreamRegressor {
  /** Features that keep a row of an arm with seven joints to about a tenth of a millisecond. */
  public static final int FEATURES = 896;

  private static final int LARGEST_BLOCK = 256;
  private static final double FORGETTING = .9998; // 5000 rows
  private static final long SETTLED = 5000; // rows
  private static final int FIRST = 32; // rows
  private static final int KEPT = 2048; // rows
  private static final double[] NO_GRANULES = {};

  private final int outputs;
  private final RunningScale scale;
  private final RunningScale outputScale;
  private final ErrorBound bound;
  private final StreamCode code;
  private final BlockedLeastSquares squares;
  private final Readout weights;
  private final double[] scaled; // x
  private final double[] feature; // z
  private final double[] mean; // of the outputs
  private final double[][] keptInput; // [row][input]
  private final double[][] keptOutput; // [row][output]
  private int kept;
  private int restartAt = FIRST;
  private long refused;

  /**
   * A learner that knows nothing yet.
   *
   * @param inputs d, at least 1
   * @param outputs m, at least 1
   * @param features k, raised to 1 + 3 d when smaller
   * @param seed of the random features
   */
  public StreamRegressor(int inputs, int outputs, int features, long seed) {
    this(inputs, outputs, features, FORGETTING, seed);
  }

  StreamRegressor(int inputs, int outputs, int features, double forgetting, long seed) {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "a stream needs at least 1 input and 1 output, got %d and %d".formatted(inputs, outputs));
    }
    this.outputs = outputs;
    scale = new RunningScale(inputs, SETTLED);
    outputScale = new RunningScale(outputs, SETTLED);
    bound = new ErrorBound(outputScale, outputs);
    code = new StreamCode(inputs, features, new Chance(seed));
    int blocks = (code.size() + LARGEST_BLOCK - 1) / LARGEST_BLOCK;
    squares = new BlockedLeastSquares(code.prior(), blocks, forgetting);
    weights = new Readout(outputs, code.size(), 0);
    scaled = new double[inputs];
    feature = new double[code.size()];
    mean = new double[outputs];
    keptInput = new double[KEPT][inputs];
    keptOutput = new double[KEPT][outputs];
  }

  /** {@return number of features in use, k} */
  public int features() {
    return feature.length;
  }

  /** {@return rows refused because a value was not finite} */
  public long refused() {
    return refused;
  }

  /**
   * Predicts the outputs; changes nothing that is known. Inputs that are not finite earn the mean.
   *
   * @param in a row's inputs [input]
   * @param out filled [output]
   */
  public void predict(double[] in, double[] out) {
    if (restartAt == FIRST || !Rows.areFinite(in)) {
      Rows.copy(mean, out);
      return;
    }
    see(in);
    for (int j = 0; j < outputs; j++) {
      out[j] = weights.predict(j, feature, NO_GRANULES);
    }
  }

  /**
   * Learns a row, unless a value of it is not finite.
   *
   * @param in its inputs [input]
   * @param out its outputs [output]
   */
  public void learn(double[] in, double[] out) {
    if (!Rows.areFinite(in) || !Rows.areFinite(out)) {
      refused++;
      return;
    }
    scale.observe(in);
    outputScale.observe(out);
    if (kept < KEPT) {
      keep(in, out);
    }
    if (kept == restartAt && restartAt <= KEPT) {
      restart();
    } else if (restartAt > FIRST) {
      follow(in, out);
    }
  }

  private void keep(double[] in, double[] out) {
    Rows.copy(in, keptInput[kept]);
    Rows.copy(out, keptOutput[kept]);
    kept++;
    Rows.approach(mean, 1.0 / kept, out);
  }

  private void restart() {
    restartAt *= 2;
    squares.reset();
    bound.restart();
    weights.clear();
    for (int n = 0; n < kept; n++) {
      follow(keptInput[n], keptOutput[n]);
    }
  }

  private void see(double[] in) {
    scale.scale(in, scaled);
    code.fill(scaled, feature);
  }

  private void follow(double[] in, double[] out) {
    see(in);
    squares.look(feature);
    double gain = squares.gain(1, 0);
    for (int j = 0; j < outputs; j++) {
      double error = bound.bounded(j, out[j] - weights.predict(j, feature, NO_GRANULES));
      Rows.add(weights.products[j], gain * error, squares.direction());
    }
    squares.absorb(1);
  }
}

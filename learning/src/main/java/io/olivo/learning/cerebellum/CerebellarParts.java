package io.olivo.learning.cerebellum;

import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.Rows;
import io.olivo.learning.expansion.GranuleLayer;
import io.olivo.learning.olive.TraceLine;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The cerebellar learner's tick in parts, each of which can be repeated alone on recorded samples:
 * for measuring what they cost. Nothing else uses it.
 *
 * <p>Every part does what {@link CerebellarLearner} has it do once a tick, reading the weights for
 * the command and for the error included; what an earlier part would have computed from the sample
 * is computed once, at construction.
 */
public final class CerebellarParts {
  private final FeatureMap inputs;
  private final ProductFeatures features;
  private final GranuleLayer layer;
  private final TraceLine featureTrace;
  private final TraceLine granuleTrace;
  private final BlockedLeastSquares squares;
  private final ReadoutBank bank;
  private final Readout weights;
  private final SlowError slow;
  private final int outputs;
  private final double granuleRate;
  private final double[][] state; // [sample][channel]
  private final double[][] desired; // [sample][3 * joint]
  private final double[][] x; // [sample][input]
  private final double[][] z; // [sample][feature]
  private final double[][] g; // [sample][granule]
  private final double[] target; // [output]
  private final double[] filled; // scratch [feature]
  private double read; // sum of all that was read, so that reading has a purpose
  private long tick;

  /**
   * The parts of one learner.
   *
   * @param inputs x
   * @param config as for the learner
   * @param state recorded [sample][channel]
   * @param desired recorded [sample][3 * joint]
   */
  public CerebellarParts(
      FeatureMap inputs, CerebellarConfig config, double[][] state, double[][] desired) {
    this.inputs = inputs;
    this.state = state.clone();
    this.desired = desired.clone();
    outputs = config.outputLimits().length;
    features = new ProductFeatures(inputs);
    layer = new GranuleLayer(config.granules(), inputs.size(), new Chance(config.seed()));
    double dt = config.dtSeconds();
    double rate = dt / (config.constants().traceTau() + dt);
    featureTrace = new TraceLine(features.size(), rate);
    granuleTrace = new TraceLine(layer.size(), rate);
    double[] prior = CerebellarLearner.prior(features, config.constants());
    squares = new BlockedLeastSquares(prior, features.blocks(), config.constants().forgetting());
    granuleRate = config.constants().granuleRate();
    bank = new ReadoutBank(config, features.size());
    weights = new Readout(outputs, features.size(), layer.size());
    slow = new SlowError(outputs, dt);
    x = new double[state.length][inputs.size()];
    z = new double[state.length][features.size()];
    g = new double[state.length][layer.size()];
    target = new double[outputs];
    Arrays.fill(target, 1);
    filled = new double[features.size()];
    for (int s = 0; s < state.length; s++) {
      inputs.fill(state[s], desired[s], x[s]);
      features.fill(x[s], z[s]);
      layer.fill(x[s], g[s]);
    }
  }

  /** {@return inputs x and products z of one sample} */
  public IntConsumer features() {
    return s -> {
      inputs.fill(state[s], desired[s], x[s]);
      features.fill(x[s], filled);
    };
  }

  /** {@return the traces of z and g} */
  public IntConsumer traces() {
    return s -> {
      featureTrace.push(z[s]);
      granuleTrace.push(g[s]);
    };
  }

  /** {@return the products' weights: read twice, and moved with their covariance} */
  public IntConsumer leastSquares() {
    return s -> {
      squares.look(z[s]);
      double gain = squares.gain(1, 0);
      for (double[] w : weights.products) {
        read += Rows.dot(w, z[s]);
        double error = target[0] - Rows.dot(w, z[s]);
        Rows.add(w, gain * error, squares.direction());
      }
      squares.absorb(1);
    };
  }

  /** {@return the granules g, and their weights: read twice, and moved} */
  public IntConsumer granules() {
    return s -> {
      layer.fill(x[s], g[s]);
      double rate = granuleRate / (.02 + Rows.dot(g[s], g[s]));
      for (double[] w : weights.granules) {
        read += Rows.dot(w, g[s]);
        double error = target[0] - Rows.dot(w, g[s]);
        Rows.add(w, rate * error, g[s]);
      }
    };
  }

  /** {@return the bank with one plant remembered} */
  public IntConsumer bank() {
    return s -> bank.attend(target, z[s], g[s], slow, weights, tick++, 0);
  }

  /** {@return the sum of all that was read; without a meaning} */
  public double read() {
    return read;
  }
}

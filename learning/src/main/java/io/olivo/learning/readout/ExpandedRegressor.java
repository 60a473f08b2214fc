package io.olivo.learning.readout;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.expansion.Expansion;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import java.util.Arrays;

/**
 * A wide fixed expansion with an online readout, for regression on a stream: predict, then learn
 * the target of what was predicted.
 *
 * <pre>
 * f = expansion(x),  y_j = w_j . f                   predict
 * w_j = w_j + s (target_j - y_j) v                   learn, {@link ReadoutRule}
 * </pre>
 *
 * <p>The expansion is computed once a sample, in {@link #predict}; so expansions with a memory
 * work, too. Predictions that nobody teaches change nothing. Inputs that are not finite earn NaN;
 * they, targets that are not, and what lies beyond 1e12, teach nothing and are counted. Save after
 * learning, before the next prediction.
 *
 * <p>Shapes: x d, f N, w [output][N]. Units: x about in [-1, 1]; y and targets as they come, least
 * squares need no scale. Cost: the expansion's, the rule's and 2 N for every output.
 */
@HotPath
public final class ExpandedRegressor implements Stateful {
  private final Expansion expansion;
  private final ReadoutWeights weights;
  private final double[] unit; // f
  private final double[] error; // target - y [output]
  private boolean frozen;
  private long refused;

  private ExpandedRegressor(Expansion expansion, int outputs, ReadoutRule rule) {
    if (outputs < 1) {
      throw new IllegalArgumentException("a regressor needs at least 1 output, got " + outputs);
    }
    this.expansion = expansion;
    weights = new ReadoutWeights(expansion.size(), outputs, rule);
    unit = new double[expansion.size()];
    error = new double[outputs];
  }

  /**
   * Learns by {@link LeastMeanSquares}.
   *
   * @param expansion f
   * @param outputs how many
   * @param rate kappa
   */
  public static ExpandedRegressor lms(Expansion expansion, int outputs, double rate) {
    return new ExpandedRegressor(expansion, outputs, new LeastMeanSquares(rate));
  }

  /**
   * Learns by {@link NormalisedLeastMeanSquares}.
   *
   * @param expansion f
   * @param outputs how many
   * @param rate beta
   * @param floor added to |f|^2
   */
  public static ExpandedRegressor nlms(
      Expansion expansion, int outputs, double rate, double floor) {
    return new ExpandedRegressor(expansion, outputs, new NormalisedLeastMeanSquares(rate, floor));
  }

  /**
   * Learns by {@link RecursiveLeastSquares}.
   *
   * @param expansion f
   * @param outputs how many
   * @param prior P0, of every weight
   * @param forgetting lambda, per sample; 1 forgets nothing
   */
  public static ExpandedRegressor rls(
      Expansion expansion, int outputs, double prior, double forgetting) {
    RecursiveLeastSquares rule = new RecursiveLeastSquares(expansion.size(), prior, forgetting);
    return new ExpandedRegressor(expansion, outputs, rule);
  }

  /** {@return number of units, N} */
  public int features() {
    return unit.length;
  }

  /** {@return number of outputs} */
  public int outputs() {
    return error.length;
  }

  /** {@return samples refused because a value could not be believed} */
  public long refused() {
    return refused;
  }

  /**
   * Predicts the outputs of a sample.
   *
   * @param inputs x [input]
   * @param outputs filled [output]
   */
  public void predict(double[] inputs, double[] outputs) {
    if (Rows.areFinite(inputs)) {
      expansion.fill(inputs, unit);
    } else {
      Arrays.fill(unit, Double.NaN);
    }
    weights.predict(unit, outputs);
  }

  /**
   * Learns the targets of the sample predicted last.
   *
   * @param targets [output]
   */
  public void learn(double[] targets) {
    if (frozen) {
      return;
    }
    weights.predict(unit, error);
    for (int j = 0; j < error.length; j++) {
      error[j] = targets[j] - error[j];
    }
    if (!weights.learn(unit, error)) {
      refused++;
    }
  }

  /** While frozen it predicts and learns nothing. */
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
  }

  @Override
  public void save(StateWriter out) {
    expansion.save(out);
    weights.save(out);
    out.put("refused", refused);
  }

  @Override
  public void load(StateReader in) {
    expansion.load(in);
    weights.load(in);
    refused = in.getLong("refused");
  }
}

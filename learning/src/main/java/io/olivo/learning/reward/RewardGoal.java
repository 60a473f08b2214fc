package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Where reward is to be had: mean and variance of the states with the best rewards.
 *
 * <pre>
 * T  = the best tenth, or twentieth, of rewards           {@link RewardQuantile}
 * r &gt; T, from the 500th step on:  d = x_j - m_j;  m_j += .01 d;  v_j += .01 (d^2 - v_j)
 * w_j = clip(1 / (v_j + .001) - 3, 0, 50)        inputs that matter have little variance there
 * ms, vs: m, v averaged, rate max(.002, 1 / number of such steps); what is deployed uses these
 * </pre>
 *
 * <p>A mean over a hundred steps is found soon but never rests: it is an episode or five. Shapes:
 * x, m, v, w [input]. Units: r, T, s reward; x, m standard deviations. Source: ours.
 */
@HotPath
final class RewardGoal {
  private static final double RATE = .01;
  private static final double SLOW_RATE = .002;
  private static final long BEGINS = 500; // steps
  private static final double LEAST_VARIANCE = .001;
  private static final double NO_MATTER = 3; // 1 / v of an input that does not matter
  private static final double MOST_WEIGHT = 50;

  private final double[] mean; // m [input]
  private final double[] variance; // v [input]
  private final double[] slowMean; // ms [input]
  private final double[] slowVariance; // vs [input]
  private final RewardQuantile quantile; // T
  private long rewarded; // steps with such a reward

  /**
   * Knows no reward yet.
   *
   * @param measured whether it measures the size of rewards itself
   */
  RewardGoal(int inputs, boolean measured) {
    quantile = new RewardQuantile(measured);
    mean = new double[inputs];
    variance = new double[inputs];
    Arrays.fill(variance, 1);
    slowMean = new double[inputs];
    slowVariance = new double[inputs];
    Arrays.fill(slowVariance, 1);
  }

  /**
   * Learns from one step.
   *
   * @param reward of it
   * @param usual size of rewards, s
   * @param x the state that followed
   */
  void learn(double reward, double usual, double[] x) {
    if (quantile.isBest(reward, usual) && quantile.steps() > BEGINS) {
      take(x);
    }
  }

  private void take(double[] x) {
    rewarded++;
    double slow = Math.max(SLOW_RATE, 1.0 / rewarded);
    for (int j = 0; j < mean.length; j++) {
      double d = x[j] - mean[j];
      mean[j] += RATE * d;
      variance[j] += RATE * (d * d - variance[j]);
      slowMean[j] += slow * (mean[j] - slowMean[j]);
      slowVariance[j] += slow * (variance[j] - slowVariance[j]);
    }
  }

  /** m of one input, or what is deployed. */
  double mean(int input, boolean deployed) {
    return deployed ? slowMean[input] : mean[input];
  }

  /** w of one input, or what is deployed. */
  double weight(int input, boolean deployed) {
    double v = deployed ? slowVariance[input] : variance[input];
    return Math.clamp(1 / (v + LEAST_VARIANCE) - NO_MATTER, 0, MOST_WEIGHT);
  }

  void save(StateWriter out) {
    out.put("goal.mean", mean);
    out.put("goal.variance", variance);
    out.put("goal.slow_mean", slowMean);
    out.put("goal.slow_variance", slowVariance);
    out.put("goal.rewarded", rewarded);
    quantile.save(out);
  }

  void load(StateReader in) {
    in.get("goal.mean", mean);
    in.get("goal.variance", variance);
    in.get("goal.slow_mean", slowMean);
    in.get("goal.slow_variance", slowVariance);
    rewarded = in.getLong("goal.rewarded");
    quantile.load(in);
  }
}

package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Where reward is to be had: mean and variance of the states with the best tenth of rewards.
 *
 * <pre>
 * T  = T + .02 s (1[r &gt; T] - .1)              T begins at the first reward; s its usual size
 * r &gt; T, from the 500th step on:  d = x_j - m_j;  m_j += .01 d;  v_j += .01 (d^2 - v_j)
 * w_j = clip(1 / (v_j + .001) - 3, 0, 50)        inputs that matter have little variance there
 * ms, vs: m, v averaged, rate max(.002, 1 / number of such steps); what is deployed uses these
 * </pre>
 *
 * <p>A mean over a hundred steps is found soon but never rests: it is an episode or five. Shapes:
 * x, m, v, w [input]. Units: r, T, s reward; x, m standard deviations. Source: Robbins and Monro
 * (1951), Annals of Mathematical Statistics 22:400 (the quantile T); the goal is ours.
 */
@HotPath
final class RewardGoal {
  private static final double SHARE = .1;
  private static final double THRESHOLD_RATE = .02;
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
  private double threshold; // T
  private long steps;
  private long rewarded; // steps with such a reward

  RewardGoal(int inputs) {
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
    steps++;
    threshold = steps == 1 ? reward : threshold;
    threshold += THRESHOLD_RATE * usual * ((reward > threshold ? 1 : 0) - SHARE);
    if (reward > threshold && steps > BEGINS) {
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
    out.put("goal.threshold", threshold);
    out.put("goal.steps", steps);
  }

  void load(StateReader in) {
    in.get("goal.mean", mean);
    in.get("goal.variance", variance);
    in.get("goal.slow_mean", slowMean);
    in.get("goal.slow_variance", slowVariance);
    rewarded = in.getLong("goal.rewarded");
    threshold = in.getDouble("goal.threshold");
    steps = in.getLong("goal.steps");
  }
}

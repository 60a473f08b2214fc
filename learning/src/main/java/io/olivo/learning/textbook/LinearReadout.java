package io.olivo.learning.textbook;

import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.expansion.Expansion;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** A linear readout of an expansion, u_j = w_j . f(x); how w moves is the rule's affair. */
@HotPath
abstract class LinearReadout implements Learner {
  private static final double LARGEST = 1e12; // of a unit or an error that may be believed

  private final FeatureMap features;
  private final Expansion expansion;
  private final double[] input; // x
  private final double[] unit; // f
  private final double[][] weight; // w [output][unit]
  private boolean frozen;

  LinearReadout(FeatureMap features, Expansion expansion, int outputs) {
    this.features = features;
    this.expansion = expansion;
    input = new double[features.size()];
    unit = new double[expansion.size()];
    weight = new double[outputs][expansion.size()];
  }

  /** The step size for units f: w_j += step e_j direction(f). */
  abstract double step(double[] f);

  /** Which way the weights move for units f; asked after {@link #step}. Not to be changed. */
  double[] direction(double[] f) {
    return f;
  }

  @Override
  public int outputs() {
    return weight.length;
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    features.fill(state, desired, input);
    expansion.fill(input, unit);
    for (int j = 0; j < weight.length; j++) {
      double sum = 0;
      for (int i = 0; i < unit.length; i++) {
        sum += weight[j][i] * unit[i];
      }
      learned[j] = sum;
    }
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {
    if (frozen || !teaching.hasError() || !isSound(teaching) || !areSound(unit)) {
      return;
    }
    double step = step(unit);
    double[] direction = direction(unit);
    for (int j = 0; j < weight.length; j++) {
      move(weight[j], step * teaching.error(j), direction);
    }
  }

  private boolean isSound(Teaching teaching) {
    boolean sound = true;
    for (int j = 0; j < weight.length; j++) {
      sound &= Math.abs(teaching.error(j)) <= LARGEST;
    }
    return sound;
  }

  private static boolean areSound(double[] values) {
    boolean sound = true;
    for (double value : values) {
      sound &= Math.abs(value) <= LARGEST; // false for NaN, too
    }
    return sound;
  }

  private static void move(double[] row, double move, double[] direction) {
    for (int i = 0; i < row.length; i++) {
      row[i] += move * direction[i];
    }
  }

  @Override
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
  }

  @Override
  public void interrupt() {}

  @Override
  public void save(StateWriter out) {
    expansion.save(out);
    out.put("weights", weight);
  }

  @Override
  public void load(StateReader in) {
    expansion.load(in);
    in.get("weights", weight);
  }
}

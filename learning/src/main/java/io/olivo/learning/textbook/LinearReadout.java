package io.olivo.learning.textbook;

import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.expansion.Expansion;
import io.olivo.learning.readout.ReadoutRule;
import io.olivo.learning.readout.ReadoutWeights;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * A linear readout of an expansion that drives a robot, u_j = w_j . f(x), and takes the feedback's
 * effort for its error.
 */
@HotPath
abstract class LinearReadout implements Learner {
  private final FeatureMap features;
  private final Expansion expansion;
  private final ReadoutWeights weights;
  private final double[] input; // x
  private final double[] unit; // f
  private final double[] error; // u_fb [output]
  private boolean frozen;

  LinearReadout(FeatureMap features, Expansion expansion, int outputs, ReadoutRule rule) {
    this.features = features;
    this.expansion = expansion;
    weights = new ReadoutWeights(expansion.size(), outputs, rule);
    input = new double[features.size()];
    unit = new double[expansion.size()];
    error = new double[outputs];
  }

  @Override
  public int outputs() {
    return weights.outputs();
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    features.fill(state, desired, input);
    expansion.fill(input, unit);
    weights.predict(unit, learned);
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {
    if (frozen || !teaching.hasError()) {
      return;
    }
    for (int j = 0; j < error.length; j++) {
      error[j] = teaching.error(j);
    }
    weights.learn(unit, error);
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
    weights.save(out);
  }

  @Override
  public void load(StateReader in) {
    expansion.load(in);
    weights.load(in);
  }
}

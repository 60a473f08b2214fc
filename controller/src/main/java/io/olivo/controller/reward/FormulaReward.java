package io.olivo.controller.reward;

import io.olivo.controller.feedback.Feedback;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching;
import java.util.Arrays;

/**
 * No feedback, but a reward: all of the command is learned.
 *
 * <pre>
 * u = 0,  r = formula(state)
 * </pre>
 *
 * <p>The state holds what each actuator applied in the tick before, so that effort may cost. A
 * reward that is no number is told as it is: the learner refuses it.
 */
@HotPath
public final class FormulaReward implements Feedback {
  private final int outputs;
  private final FeatureMap formula;
  private final double[] reward = new double[1];

  /**
   * @param outputs of the learner
   * @param formula of the reward; one output
   */
  public FormulaReward(int outputs, FeatureMap formula) {
    if (formula.size() != 1) {
      throw new IllegalArgumentException("a reward is one number, not " + formula.size());
    }
    this.outputs = outputs;
    this.formula = formula;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public void command(double[] state, double[] desired, double[] command) {
    Arrays.fill(command, 0);
    formula.fill(state, desired, reward);
  }

  @Override
  public void teach(Teaching teaching) {
    teaching.tellReward(reward[0]);
  }
}

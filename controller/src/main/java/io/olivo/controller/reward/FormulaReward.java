package io.olivo.controller.reward;

import io.olivo.controller.feedback.Feedback;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * No feedback, but a reward: all of the command is learned.
 *
 * <pre>
 * u = 0,  r = formula(state)
 * over for good while end(state) > 0, if there is such a formula
 * </pre>
 *
 * <p>The state holds what each actuator applied in the tick before, so that effort may cost. A
 * reward that is no number is told as it is: the learner refuses it. An end that is no number is
 * none. What is over stays so until the restart, so that somebody can put the robot back.
 */
@HotPath
public final class FormulaReward implements Feedback {
  private final int outputs;
  private final FeatureMap formulas;
  private final double[] values; // r, and end if there is one
  private boolean over;

  /**
   * @param outputs of the learner
   * @param formulas of the reward, and of the end if there is one
   */
  public FormulaReward(int outputs, FeatureMap formulas) {
    if (formulas.size() < 1 || formulas.size() > 2) {
      throw new IllegalArgumentException(
          "a reward is one number and its end another, not " + formulas.size());
    }
    this.outputs = outputs;
    this.formulas = formulas;
    values = new double[formulas.size()];
  }

  /** Whether the episode is over for good and the robot has to be put back. */
  public boolean isOver() {
    return over;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public void command(double[] state, double[] desired, double[] command) {
    Arrays.fill(command, 0);
    formulas.fill(state, desired, values);
    over = values.length > 1 && values[1] > 0;
  }

  @Override
  public void teach(Teaching teaching) {
    teaching.tellReward(values[0]);
    if (over) {
      teaching.tellEnding(Ending.TERMINAL);
    }
  }

  @Override
  public void restart() {
    over = false;
  }

  @Override
  public void save(StateWriter out) {
    if (values.length > 1) {
      out.put("reward.over", over ? 1L : 0L);
    }
  }

  @Override
  public void load(StateReader in) {
    over = in.has("reward.over") && in.getLong("reward.over") == 1;
  }
}

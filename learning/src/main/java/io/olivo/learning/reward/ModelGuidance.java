package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Adds the model's command to what the actor prefers, in the episodes that the gate chooses.
 *
 * <pre>
 * mean = W . phi + limit command            {@link GranuleModel}, {@link CommandGate}
 * </pre>
 *
 * <p>The model learns from every step, whoever acted. Shapes: [action]. Units: the action's.
 */
@HotPath
final class ModelGuidance {
  private final double[] limit;
  private final GranuleModel model;
  private final CommandGate gate;
  private final boolean always; // whatever the gate says
  private final double[] command; // over the limits
  private final double[] done; // what was applied, over the limits

  ModelGuidance(int inputs, ActionSpace.Bounded actions, ModelUse use, Chance chance) {
    limit = actions.limits().clone();
    model = new GranuleModel(inputs, limit.length, use, chance);
    gate = new CommandGate();
    always = !use.measured();
    command = new double[limit.length];
    done = new double[limit.length];
  }

  /** Adds the command while exploring. */
  void guide(double[] x, double[] mean) {
    if (always || gate.isWith()) {
      add(x, false, mean);
    }
  }

  /** Adds the command to what is deployed. */
  void guideDeployed(double[] x, double[] mean) {
    if (isDeployed()) {
      add(x, true, mean);
    }
  }

  /** Whether the command is deployed. */
  boolean isDeployed() {
    return always || gate.isOpen();
  }

  private void add(double[] x, boolean deployed, double[] mean) {
    model.command(x, deployed, command);
    for (int i = 0; i < limit.length; i++) {
      mean[i] += limit[i] * command[i];
    }
  }

  /**
   * Learns from one step.
   *
   * @param x state before
   * @param applied what was done
   * @param after state that followed
   * @param reward of the step
   * @param usual size of rewards
   * @param last step of its episode
   */
  void learn(
      double[] x, double[] applied, double[] after, double reward, double usual, boolean last) {
    for (int i = 0; i < limit.length; i++) {
      done[i] = applied[i] / limit[i];
    }
    model.learn(x, done, after, reward, usual);
    if (model.hasGoal()) {
      gate.open();
    }
    gate.step(reward, last);
  }

  /** An episode begins, or what was under way is not to be counted. */
  void begin() {
    model.begin();
    gate.forget();
  }

  void save(StateWriter out) {
    model.save(out);
    gate.save(out);
  }

  void load(StateReader in) {
    model.load(in);
    gate.load(in);
  }
}

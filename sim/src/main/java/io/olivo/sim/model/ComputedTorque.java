package io.olivo.sim.model;

import io.olivo.controller.feedback.Feedback;
import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sim.plant.InverseDynamics;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Feedforward from the true model of the plant, which it follows through every change.
 *
 * <pre>
 * u = inverse(q_d, dq_d, ddq_d) - reflex      [actuator units]
 * </pre>
 *
 * <p>The reflex is what the feedback adds although nothing is wrong: nothing when a joint is on its
 * path, but a reflex that answers a disturbance always does. Source: Craig (2005), Introduction to
 * Robotics, ch. 10, the feedforward form.
 */
@HotPath
public final class ComputedTorque implements Learner {
  private final InverseDynamics model;
  private final @Nullable Feedback reflex;
  private final double[] given; // by the reflex [output] in actuator units

  /**
   * A feedforward that has nothing to learn.
   *
   * @param model the plant itself
   * @param outputs its inputs
   * @param reflex what acts beside it all the time, without memory; null for none
   */
  public ComputedTorque(InverseDynamics model, int outputs, @Nullable Feedback reflex) {
    this.model = model;
    this.reflex = reflex;
    given = new double[outputs];
  }

  @Override
  public int outputs() {
    return given.length;
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    Arrays.fill(given, 0);
    if (reflex != null) {
      reflex.command(state, desired, given);
    }
    model.invert(desired, learned);
    for (int i = 0; i < given.length; i++) {
      learned[i] -= given[i];
    }
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {}

  @Override
  public void freeze(boolean frozen) {}

  @Override
  public void interrupt() {}

  @Override
  public void save(StateWriter out) {}

  @Override
  public void load(StateReader in) {}
}

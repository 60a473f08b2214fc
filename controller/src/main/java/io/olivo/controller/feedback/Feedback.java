package io.olivo.controller.feedback;

import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;

/** Turns the present state into a command, and tells the learner how far that was off. */
public interface Feedback extends Stateful {
  /** Number of outputs. */
  int outputs();

  /**
   * The feedback's part of this tick's command.
   *
   * @param state measured [channel], SI
   * @param desired positions, velocities, accelerations [3 * joint], SI
   * @param command filled [output] in actuator units
   */
  void command(double[] state, double[] desired, double[] command);

  /** Tells the error that belongs to the last {@link #command}. */
  void teach(Teaching teaching);

  /**
   * Has other gains from now on; only on the thread that calls {@link #command}, between two.
   *
   * @param output which
   * @param kp [actuator unit per unit of what it answers]
   * @param kd [actuator unit per that unit/s]
   * @return whether it has such gains; if not, nothing was changed
   */
  default boolean tune(int output, double kp, double kd) {
    return false;
  }

  /** Continuity is broken: delays begin anew. */
  default void restart() {}

  @Override
  default void save(StateWriter out) {}

  @Override
  default void load(StateReader in) {}
}

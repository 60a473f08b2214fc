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

  /** Continuity is broken: delays begin anew. */
  default void restart() {}

  @Override
  default void save(StateWriter out) {}

  @Override
  default void load(StateReader in) {}
}

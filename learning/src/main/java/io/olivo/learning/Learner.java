package io.olivo.learning;

import io.olivo.learning.snapshot.Stateful;
import java.util.List;

/**
 * Learns to act while it acts: once per tick {@link #act}, then {@link #learn} from what was really
 * done. It never has the last word; what it proposes passes the safety envelope.
 */
public interface Learner extends Stateful {
  /** Number of outputs. */
  int outputs();

  /**
   * Proposes this tick's learned command.
   *
   * @param state measured values [channel], SI
   * @param desired desired positions, then velocities, then accelerations [3 * joint], SI
   * @param learned filled with the proposal [output] in actuator units
   */
  void act(double[] state, double[] desired, double[] learned);

  /**
   * Learns from the tick just done.
   *
   * @param teaching error, reward, both or none
   * @param applied the learned part as it was really applied [output] in actuator units
   */
  void learn(Teaching teaching, double[] applied);

  /** While frozen it acts and keeps its traces, but changes nothing that it knows. */
  void freeze(boolean frozen);

  /** While true the reference is held still: the learner is measuring the plant it drives. */
  default boolean identifying() {
    return false;
  }

  /** {@return how many ticks ago the commands were given that an error speaks of; 0 if unknown} */
  default int lagTicks() {
    return 0;
  }

  /** Continuity is broken: traces and delays begin anew, what was learned stays. */
  void interrupt();

  /** {@return the names of the numbers worth watching, see {@link #figures}} */
  default List<String> figureNames() {
    return List.of();
  }

  /**
   * Tells the numbers worth watching; they are telemetry, not state.
   *
   * @param out filled [figure]
   */
  default void figures(double[] out) {}
}

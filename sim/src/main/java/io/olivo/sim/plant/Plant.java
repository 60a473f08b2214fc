package io.olivo.sim.plant;

import io.olivo.controller.wire.BodyPart;
import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.Stateful;
import java.util.List;

/**
 * Something to be controlled. It has outputs that sensors may be put on, inputs that actuators
 * drive, and a truth by which a skill is judged. It saves everything that its outputs may depend
 * on.
 */
public interface Plant extends Stateful {
  /** Name by which robot files ask for it. */
  String name();

  /** Names of the outputs, such as "shoulder.angle". */
  List<String> outputs();

  /** Names of the inputs, such as "shoulder.torque". */
  List<String> inputs();

  /** The chain of its parts, moved by its outputs and inputs, for a sketch; may be empty. */
  default List<BodyPart> body() {
    return List.of();
  }

  /** Number of true values: joint positions, or what should be zero. */
  int truthSize();

  /**
   * Begins at rest.
   *
   * @param pose first joint positions; empty where there are none to choose
   * @param chance for whatever the plant draws
   */
  void start(double[] pose, Chance chance);

  /**
   * Changes a parameter in flight, such as "payload".
   *
   * @throws IllegalArgumentException naming the known parameters
   */
  void set(String parameter, double... values);

  /**
   * Goes on by one tick.
   *
   * @param command [input] held during the tick
   * @param dtSeconds tick length
   */
  void step(double[] command, double dtSeconds);

  /** Fills the present outputs. */
  void outputs(double[] out);

  /** Fills the present true values. */
  void truth(double[] out);
}

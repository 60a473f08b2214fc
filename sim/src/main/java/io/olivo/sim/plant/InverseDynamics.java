package io.olivo.sim.plant;

/**
 * A plant that can be asked which command it needs: the exact inverse of its equation of motion,
 * with its present parameters.
 */
public interface InverseDynamics {
  /**
   * The command that gives the desired acceleration at the desired position and velocity. What the
   * reference does not tell, such as where a hanging load is, is taken from the plant's present
   * state.
   *
   * @param desired positions, then velocities, then accelerations [3 * joint], SI; empty where the
   *     plant has no joints
   * @param command filled [input]
   */
  void invert(double[] desired, double[] command);
}

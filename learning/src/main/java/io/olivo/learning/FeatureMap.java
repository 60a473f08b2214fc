package io.olivo.learning;

/** From measured and desired values to the learner's inputs, scaled to about [-1, 1]. */
public interface FeatureMap {
  /** What an input stands for; products of a learner are chosen by it. */
  enum Kind {
    /** Sine or cosine of an angle. */
    ANGLE,
    /** A desired velocity. */
    RATE,
    /** Anything else. */
    OTHER
  }

  /** Number of inputs. */
  int size();

  /** What one input stands for. */
  Kind kind(int input);

  /**
   * Computes all inputs.
   *
   * @param state measured values [channel], SI
   * @param desired desired positions, velocities, accelerations [3 * joint], SI
   * @param inputs filled [input]
   */
  void fill(double[] state, double[] desired, double[] inputs);
}

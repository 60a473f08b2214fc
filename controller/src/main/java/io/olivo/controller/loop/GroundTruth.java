package io.olivo.controller.loop;

/** What only a simulator knows: the true values of what the skill is judged by. */
public interface GroundTruth {
  /** How many values there are. */
  int size();

  /**
   * The true values at the moment the sensors were last read.
   *
   * @param out filled with [value], in the units of the channels they are the truth of
   */
  void truth(double[] out);
}

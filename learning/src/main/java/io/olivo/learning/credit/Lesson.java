package io.olivo.learning.credit;

import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/**
 * What a rule may ask its teacher after a forward pass. Which of these a rule asks for is its
 * {@link Signal}; it may ask again about outputs that it made itself, as perturbation does.
 */
public interface Lesson {
  /**
   * dL/do.
   *
   * @param output o [sample][output]
   * @param error filled [sample][output]
   */
  void error(Mat output, Mat error);

  /**
   * L of every sample.
   *
   * @param output o [sample][output]
   * @param loss filled [sample]
   */
  void loss(Mat output, Vec loss);

  /**
   * The output that is wanted.
   *
   * @param target filled [sample][output]
   */
  void target(Mat target);

  /**
   * The reward of one chosen output per sample: the target's value there.
   *
   * @param chosen 1 at the chosen output, 0 elsewhere [sample][output]
   * @param reward filled [sample]
   */
  void reward(Mat chosen, Vec reward);
}

package io.olivo.learning.credit;

import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/** Takes the changes that a rule proposes. The rule never writes forward weights itself. */
public interface UpdateSink {
  /**
   * A gradient dL/dW_l = pre' delta / samples and dL/db_l = 1' delta / samples.
   *
   * @param l layer, 1 .. L
   * @param pre activity before the synapses [sample][width l-1]
   * @param delta teaching at the drive [sample][width l]
   */
  void pair(int l, Mat pre, Mat delta);

  /**
   * A gradient scale direction.
   *
   * @param l layer, 1 .. L
   * @param weights of the shape of W_l
   * @param biases of the shape of b_l
   */
  void along(int l, double scale, Mat weights, Vec biases);

  /**
   * Makes on another matrix the very step that was last made on W_l by {@link #pair}, decay
   * included.
   *
   * @param twin of the shape of W_l
   */
  void repeat(int l, Mat twin);
}

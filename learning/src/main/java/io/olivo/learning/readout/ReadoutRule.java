package io.olivo.learning.readout;

import io.olivo.learning.snapshot.Stateful;

/**
 * How the weights of a linear readout follow its errors, the same way for all outputs.
 *
 * <pre>
 * w_j = w_j + s e_j v        s step size, v direction, both of the units f alone
 * </pre>
 *
 * <p>Shapes: f, v and w_j N; e_j is the target of output j less what was predicted for it.
 */
public interface ReadoutRule extends Stateful {
  /**
   * Takes one more sample in; only those that are learned come here.
   *
   * @param f the units [unit]
   * @return s
   */
  double step(double[] f);

  /**
   * Which way the weights move; asked after {@link #step}.
   *
   * @param f the units of the same sample [unit]
   * @return v [unit], not to be changed
   */
  double[] direction(double[] f);
}

package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Pass;
import io.olivo.learning.snapshot.Stateful;

/**
 * Tells each synapse of a layered net how to change. A step is {@code observe, teach, emit,
 * maintain}; the state is saved between steps. Rules differ only in how they make the teaching of
 * hidden layers. {@link NetTrainer} runs the steps.
 */
public interface CreditRule extends Stateful {
  /** Binds a rule to a net; takes every buffer now and none later. */
  @FunctionalInterface
  interface Maker {
    /**
     * {@return the rule, bound}
     *
     * @param samples number of samples of a step
     * @param chance the rule's own randomness, which it keeps and saves
     */
    CreditRule attach(DenseNet net, int samples, Chance chance);
  }

  /** What kind of rule it is. */
  Traits traits();

  /** Multiply-accumulates of one step of one sample, the forward pass and the update included. */
  long macs();

  /** The activities whose input the caller fills before {@link #observe}. */
  Pass pass();

  /**
   * Runs the net forward on the pass's input.
   *
   * @return the output, overwritten by the next call
   */
  Mat observe();

  /** Learns what the changes should be from the pass just observed. */
  void teach(Lesson lesson);

  /** Hands the changes over. */
  void emit(UpdateSink sink);

  /** Upkeep of what the rule keeps beside the net; may also be called while the robot is idle. */
  default void maintain() {}
}

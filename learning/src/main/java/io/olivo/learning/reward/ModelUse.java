package io.olivo.learning.reward;

import java.util.stream.IntStream;

/**
 * Whether an actor-critic has a forward model, and what that may see.
 *
 * @param measured whether its command goes through only where it was measured to help
 * @param selecting whether it finds out itself which inputs it needs, and how large rewards are
 * @param inputs that the model's granules see; none for no model. Those of the goal do not belong
 *     here, unless it selects: what the body does does not depend on them
 */
@SuppressWarnings("ArrayRecordComponent") // its own copy; nobody compares two of them
public record ModelUse(boolean measured, boolean selecting, int... inputs) {
  /** No model. */
  public static final ModelUse NONE = new ModelUse(true);

  /** Keeps its own copy. */
  public ModelUse {
    inputs = inputs.clone();
  }

  /** One that is told what it may see. */
  public ModelUse(boolean measured, int... inputs) {
    this(measured, false, inputs);
  }

  /** {@return one that may see everything and selects, and whose command is measured} */
  public static ModelUse selecting(int inputs) {
    return new ModelUse(true, true, IntStream.range(0, inputs).toArray());
  }

  /** {@return whether there is a model} */
  public boolean isUsed() {
    return inputs.length > 0;
  }
}

package io.olivo.learning.reward;

/**
 * Whether an actor-critic has a forward model, and what that may see.
 *
 * @param measured whether its command goes through only where it was measured to help
 * @param inputs that the model's granules see; none for no model. Those of the goal do not belong
 *     here: what the body does does not depend on them
 */
@SuppressWarnings("ArrayRecordComponent") // its own copy; nobody compares two of them
public record ModelUse(boolean measured, int... inputs) {
  /** No model. */
  public static final ModelUse NONE = new ModelUse(true);

  /** Keeps its own copy. */
  public ModelUse {
    inputs = inputs.clone();
  }

  /** {@return whether there is a model} */
  public boolean isUsed() {
    return inputs.length > 0;
  }
}

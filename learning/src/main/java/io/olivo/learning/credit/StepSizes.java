package io.olivo.learning.credit;

/**
 * How far a step goes.
 *
 * <pre>
 * m = momentum m + G
 * W = (1 - rate decay / (1 - momentum)) W - rate m
 * </pre>
 *
 * @param rate eta
 * @param momentum in [0, 1)
 * @param decay lambda, of layers 2 .. L only: those that a way back mirrors
 * @param bound largest size of any weight
 */
public record StepSizes(double rate, double momentum, double decay, double bound) {
  /** A weight so large is nonsense, and its products are still finite in single precision. */
  public static final double STANDARD_BOUND = 100;

  /** Checks them. */
  public StepSizes {
    if (!(rate > 0 && Double.isFinite(rate))) {
      throw new IllegalArgumentException("rate must be above 0, got " + rate + "; start from .01");
    }
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be in [0, 1), got " + momentum);
    }
    if (!(decay >= 0 && rate * decay < 1 - momentum)) {
      throw new IllegalArgumentException(
          "decay must be 0 or more and far below 1 / rate, got " + decay);
    }
    if (!(bound > 0)) {
      throw new IllegalArgumentException("bound must be above 0, got " + bound);
    }
  }

  /** A plain gradient step. */
  public static StepSizes plain(double rate) {
    return new StepSizes(rate, 0, 0, STANDARD_BOUND);
  }

  /** The same with momentum. */
  public StepSizes withMomentum(double share) {
    return new StepSizes(rate, share, decay, bound);
  }

  /** The same with decay. */
  public StepSizes withDecay(double lambda) {
    return new StepSizes(rate, momentum, lambda, bound);
  }

  /** The same with another rate. */
  public StepSizes withRate(double eta) {
    return new StepSizes(eta, momentum, decay, bound);
  }
}

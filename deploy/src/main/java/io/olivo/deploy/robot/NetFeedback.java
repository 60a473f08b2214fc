package io.olivo.deploy.robot;

/** Over which way back a net's hidden layers are told their error. */
public enum NetFeedback {
  /** Random and fixed, layer by layer: feedback alignment. */
  FIXED,
  /** Random and fixed, from the outputs to every layer: direct feedback alignment. */
  DIRECT,
  /** The signs of the weights of the way forward. */
  SIGN,
  /** Learned by the same changes as the way forward. */
  KOLEN_POLLACK,
  /** Learned from noise: the weight mirror. */
  MIRROR,
  /** The weights of the way forward themselves: backprop. */
  TRANSPOSE
}

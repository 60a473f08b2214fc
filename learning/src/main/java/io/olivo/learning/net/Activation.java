package io.olivo.learning.net;

/** What a unit makes of its drive, h = f(a). Every slope f' follows from h alone. */
public enum Activation {
  /** h = tanh a, f' = 1 - h^2. */
  TANH,
  /** h = max(0, a), f' = 1 where h is above 0. */
  RELU,
  /** h = a, f' = 1. */
  LINEAR
}

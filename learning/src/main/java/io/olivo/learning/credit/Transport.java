package io.olivo.learning.credit;

/** What the way back must be told of the weights of the way forward. */
public enum Transport {
  /** Nothing: every synapse learns from what it has at hand. */
  NONE,
  /** One bit per synapse. */
  SIGN,
  /** Sums of the weights that leave a unit. */
  SUM,
  /** An inverse of the weights. */
  INVERSE,
  /** The weights themselves. */
  FULL
}

package io.olivo.learning.credit;

/** What a rule is taught by. */
public enum Signal {
  /** dL/do, one number per output. */
  ERROR,
  /** The wanted output itself. */
  TARGET,
  /** The loss alone, one number per sample, of outputs that the rule tried. */
  LOSS,
  /** The reward of one chosen output. */
  REWARD
}

package io.olivo.deploy.robot;

/** Who learns. */
public enum LearnerRule {
  /** Granule cells and climbing fibres. */
  CEREBELLUM,
  /** Feedback-error learning with a normalised step. */
  FEL,
  /** Prescribed error sensitivity on tuning curves. */
  PES,
  /** Nobody: feedback alone. */
  NONE
}

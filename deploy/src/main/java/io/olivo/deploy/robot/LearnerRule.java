package io.olivo.deploy.robot;

/** Who learns. */
public enum LearnerRule {
  /** Granule cells and climbing fibres. */
  CEREBELLUM,
  /** A layered net with replay. */
  NET,
  /** Feedback-error learning with a normalised step. */
  FEL,
  /** Prescribed error sensitivity on tuning curves. */
  PES,
  /** Actor and critic on granules, from reward. */
  ACTOR_CRITIC,
  /** Nobody: feedback alone. */
  NONE
}

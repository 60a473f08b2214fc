package io.olivo.learning.guard;

/** What a guard decided. */
public enum Verdict {
  /** What was learned stayed in its band for its probation: it is what a rollback goes back to. */
  ACCEPTED,
  /** The effort left its band and the last generation would do better: learning stops. */
  FROZEN,
  /** The evidence went away again: learning goes on. */
  THAWED,
  /** The evidence stayed: the last generation acts. */
  ROLLED_BACK,
  /** The learner proposed something that is not finite: the last generation acts at once. */
  REFUSED,
  /** Somebody outside wanted the last generation back: it acts. */
  RECALLED,
  /** The candidate did better for long enough: it acts. */
  PROMOTED
}

package io.olivo.learning.guard;

/** Is told what a guard decides, on the loop's thread: take note, don't wait. */
@FunctionalInterface
public interface GuardListener {
  /**
   * A decision.
   *
   * @param verdict what
   * @param seconds since the guard began, without standstills [s]
   * @param effort of the feedback now, times the usual one
   * @param rival squared miss of the generation (or candidate) now, as a share of the learner's
   */
  void decided(Verdict verdict, double seconds, double effort, double rival);

  /** Nobody listens. */
  static GuardListener none() {
    return (verdict, seconds, effort, rival) -> {};
  }
}

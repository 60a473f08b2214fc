package io.olivo.learning.guard;

import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateImage;

/** What was learned, first on probation, then to go back to. */
final class Generation {
  private StateImage probation = new StateImage("guard");
  private StateImage accepted = new StateImage("guard");
  private boolean isOnProbation;
  private boolean exists;

  /** Puts what a learner knows on probation. */
  void propose(Learner learner) {
    probation.fill(learner);
    isOnProbation = true;
  }

  /** Whether something is on probation. */
  boolean isOnProbation() {
    return isOnProbation;
  }

  /** What was on probation is the generation now. */
  void accept() {
    StateImage before = accepted;
    accepted = probation;
    probation = before;
    isOnProbation = false;
    exists = true;
  }

  /** What was on probation is forgotten. */
  void reject() {
    isOnProbation = false;
  }

  /** Whether there is a generation to go back to. */
  boolean exists() {
    return exists;
  }

  /** Makes a learner know what the generation knows, and stand still. */
  void into(Learner learner) {
    learner.load(accepted.reader());
    learner.interrupt();
  }
}

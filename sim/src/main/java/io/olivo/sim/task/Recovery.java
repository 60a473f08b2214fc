package io.olivo.sim.task;

/**
 * What became of a learner after a change of its body.
 *
 * @param body that it got
 * @param before mean return of its greedy policy at once after the change
 * @param recoveredAtSteps first test since the change that was passed [steps]; 0 when the change
 *     did no harm, NaN when no test was passed
 * @param last mean return at the end, before the next change
 * @param holds whether it also passed at the end
 */
public record Recovery(
    Body body, double before, double recoveredAtSteps, double last, boolean holds) {
  /** Whether a test was passed. */
  public boolean isRecovered() {
    return !Double.isNaN(recoveredAtSteps);
  }

  /** Whether what was known before did for the new body, too. */
  public boolean isHarmless() {
    return recoveredAtSteps == 0;
  }
}

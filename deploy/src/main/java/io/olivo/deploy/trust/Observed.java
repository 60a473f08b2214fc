package io.olivo.deploy.trust;

import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.score.ErrorTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a run.
 *
 * @param pauses how often it stood still and went on by itself, since the fault began
 * @param stops how often it had to be armed again
 * @param trouble what it said of the first stop, else of the first pause; null without
 * @param troubles all that it said, each once
 * @param freezes how often the guard held the learning
 * @param rollbacks how often the guard went back to what the learner knew
 * @param frozenSeconds robot time at which the guard first held the learning or refused what was
 *     said; NaN when it never did
 * @param backSeconds robot time at which it first went back; NaN when it never did
 * @param violations commands outside range or rate in the whole run
 * @param safeSeconds robot time of the first command that was the safe one; NaN without
 * @param stuckSeconds robot time at which a sensor that repeats itself had to be seen; NaN when it
 *     never had to
 * @param errors true errors
 * @param endSeconds robot time at which the fault ended
 * @param armedSeconds robot time at which it was armed again; NaN when it was not
 */
public record Observed(
    long pauses,
    long stops,
    @Nullable Trouble trouble,
    List<Trouble> troubles,
    long freezes,
    long rollbacks,
    double frozenSeconds,
    double backSeconds,
    long violations,
    double safeSeconds,
    double stuckSeconds,
    ErrorTrace errors,
    double endSeconds,
    double armedSeconds) {

  /**
   * From when a recovery is judged: what came last, the end of the fault or arming, and a while.
   */
  double judgedFromSeconds() {
    double last = Double.isNaN(armedSeconds) ? endSeconds : armedSeconds;
    return last + BrokenRun.SETTLE_SECONDS;
  }
}

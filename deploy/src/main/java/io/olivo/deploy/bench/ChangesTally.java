package io.olivo.deploy.bench;

import io.olivo.sim.task.Recovery;
import java.util.List;

/**
 * Some changes of body taken together.
 *
 * @param changes how many
 * @param harmless how many did no harm: the first test was passed
 * @param recovered how many of them were recovered from
 * @param holding after how many the policy passed at the end of the phase
 * @param meanSteps until recovered; a change that was never recovered from counts with its whole
 *     phase, which is less than it would have taken
 */
public record ChangesTally(
    long changes, long harmless, long recovered, long holding, double meanSteps) {
  static ChangesTally of(List<Recovery> recoveries, long phaseSteps) {
    return new ChangesTally(
        recoveries.size(),
        recoveries.stream().filter(Recovery::isHarmless).count(),
        recoveries.stream().filter(Recovery::isRecovered).count(),
        recoveries.stream().filter(Recovery::holds).count(),
        recoveries.stream()
            .mapToDouble(one -> one.isRecovered() ? one.recoveredAtSteps() : phaseSteps)
            .average()
            .orElse(Double.NaN));
  }
}

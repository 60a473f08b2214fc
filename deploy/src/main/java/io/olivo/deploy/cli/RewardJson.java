package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RewardRow;
import io.olivo.deploy.bench.Statistics;
import io.olivo.sim.task.Circumstances;
import io.olivo.sim.task.RewardOutcome;
import io.olivo.sim.task.RewardTrial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code olivo bench reward} tells programs.
 *
 * @param rows one per task and learner
 * @param command that repeats it
 */
record RewardJson(List<RewardRow> rows, String command) {
  Map<String, Object> json() {
    RewardTrial trial = rows.getFirst().trial();
    Circumstances circumstances = trial.circumstances();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("command", command);
    object.put("steps", trial.steps());
    object.put("every", trial.every());
    object.put("late_steps", circumstances.late());
    object.put("noise", circumstances.noise());
    object.put("changes", circumstances.changes());
    object.put("rows", rows.stream().map(RewardJson::json).toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(RewardRow row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("env", row.trial().task());
    object.put("algo", row.algo().toString());
    object.put("title", row.algo().title());
    object.put("seeds_solved", row.solved());
    object.put("seeds_passing_at_end", row.passing());
    object.put("seeds_run", row.outcomes().size());
    object.put("solved_at_steps_median", number(row.steps().median()));
    object.put("final_return", statistics(row.finalReturn()));
    object.put("final_return_least", number(row.leastReturn()));
    object.put("success", statistics(row.success()));
    object.put("micros_per_step_median", number(row.micros().median()));
    object.put("seeds", row.outcomes().stream().map(RewardJson::json).toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(RewardOutcome outcome) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("seed", outcome.seed());
    object.put("solved_at_steps", number(outcome.solvedAtSteps()));
    object.put("final_success", outcome.finalSuccess());
    object.put("final_return", number(outcome.last().meanReturn()));
    object.put("success", number(outcome.last().success()));
    object.put("micros_per_step", number(outcome.micros()));
    object.put("refused", outcome.refused());
    object.put(
        "returns", outcome.checkpoints().stream().map(one -> number(one.meanReturn())).toList());
    return object;
  }

  private static Map<String, @Nullable Double> statistics(Statistics figure) {
    Map<String, @Nullable Double> object = new LinkedHashMap<>();
    object.put("median", number(figure.median()));
    object.put("mean", number(figure.mean()));
    object.put("sd", number(figure.sd()));
    return object;
  }

  /** JSON has no NaN: what never happened is null. */
  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? Double.valueOf("%.6g".formatted(value)) : null;
  }
}

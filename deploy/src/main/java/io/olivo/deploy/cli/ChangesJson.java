package io.olivo.deploy.cli;

import io.olivo.deploy.bench.ChangesRow;
import io.olivo.deploy.bench.ChangesTally;
import io.olivo.sim.task.ChangesOutcome;
import io.olivo.sim.task.ChangesTrial;
import io.olivo.sim.task.Recovery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code olivo bench changes} tells programs.
 *
 * @param rows one per learner
 * @param command that repeats it
 */
record ChangesJson(List<ChangesRow> rows, String command) {
  Map<String, @Nullable Object> json() {
    ChangesTrial trial = rows.getFirst().trial();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("command", command);
    object.put("env", trial.task());
    object.put("changes", trial.changes());
    object.put("differing", trial.differing());
    object.put("phase_steps", trial.phaseSteps());
    object.put("every", trial.every());
    object.put("bar", number(trial.bar()));
    object.put("rows", rows.stream().map(ChangesJson::json).toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(ChangesRow row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("algo", row.algo().toString());
    object.put("title", row.algo().title());
    object.put("seeds_run", row.outcomes().size());
    put(object, row, 0, row.trial().changes());
    object.put("last_over_first", number(row.lastOverFirst(ChangesRow.ALL)));
    object.put("last_over_first_returning", number(row.lastOverFirst(ChangesRow.RETURNING)));
    object.put("last_over_first_new", number(row.lastOverFirst(ChangesRow.NEW)));
    object.put("plasticity", row.plasticity().name().toLowerCase(Locale.ROOT));
    object.put("blocks", blocks(row));
    object.put("micros_per_step_median", number(row.medianMicros()));
    object.put("seeds", row.outcomes().stream().map(ChangesJson::json).toList());
    return object;
  }

  private static List<Map<String, @Nullable Object>> blocks(ChangesRow row) {
    List<Map<String, @Nullable Object>> blocks = new ArrayList<>();
    int from = 0;
    for (int to : row.blockEnds()) {
      Map<String, @Nullable Object> block = new LinkedHashMap<>();
      block.put("from", from + 1);
      block.put("to", to);
      put(block, row, from, to);
      blocks.add(block);
      from = to;
    }
    return blocks;
  }

  private static void put(Map<String, @Nullable Object> object, ChangesRow row, int from, int to) {
    object.put("all", tally(row, from, to, ChangesRow.ALL));
    object.put("returning", tally(row, from, to, ChangesRow.RETURNING));
    object.put("new", tally(row, from, to, ChangesRow.NEW));
  }

  private static Map<String, @Nullable Object> tally(
      ChangesRow row, int from, int to, Predicate<Recovery> which) {
    ChangesTally tally = row.tally(from, to, which);
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("changes", tally.changes());
    object.put("harmless", tally.harmless());
    object.put("recovered", tally.recovered());
    object.put("passing_at_end", tally.holding());
    object.put("mean_steps", number(tally.meanSteps()));
    return object;
  }

  private static Map<String, @Nullable Object> json(ChangesOutcome outcome) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("seed", outcome.seed());
    object.put("micros_per_step", number(outcome.micros()));
    object.put("refused", outcome.refused());
    object.put("changes", outcome.recoveries().stream().map(ChangesJson::json).toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(Recovery recovery) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("body", recovery.body().parameters());
    object.put("returning", recovery.body().returning());
    object.put("return_before", number(recovery.before()));
    object.put("recovered_at_steps", number(recovery.recoveredAtSteps()));
    object.put("return_at_end", number(recovery.last()));
    object.put("passes_at_end", recovery.holds());
    return object;
  }

  /** JSON has no NaN: what never happened is null. */
  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? Double.valueOf("%.6g".formatted(value)) : null;
  }
}

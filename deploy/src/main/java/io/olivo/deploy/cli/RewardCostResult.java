package io.olivo.deploy.cli;

import io.olivo.deploy.bench.CostRace;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What steps of learning from reward cost, for people and for programs.
 *
 * @param rounds turns of each
 * @param results one per learner or program
 * @param command that repeats it
 */
record RewardCostResult(int rounds, List<CostRace.Result> results, String command) {
  String text(Screen screen) {
    Table table =
        new Table(
            Column.text("learner"),
            Column.text("task").optional(2),
            Column.number("us/step"),
            Column.number("median"),
            Column.number("ratio").optional(1),
            Column.number("bytes/step"));
    for (CostRace.Result result : results) {
      table.row(
          result.name(),
          result.task(),
          "%.2f".formatted(result.bestMicros()),
          "%.2f".formatted(result.medianMicros()),
          "%.2f".formatted(ratio(result)),
          Double.isNaN(result.bytesPerStep()) ? "-" : "%.0f".formatted(result.bytesPerStep()));
    }
    return table.render(screen)
        + "us/step: processor time in the best of %d rounds. ratio: to the first row.\n"
            .formatted(rounds);
  }

  private double ratio(CostRace.Result result) {
    return result.bestMicros() / results.getFirst().bestMicros();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("command", command);
    json.put("rounds", rounds);
    json.put("rows", results.stream().map(this::json).toList());
    return json;
  }

  private Map<String, @Nullable Object> json(CostRace.Result result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", result.name());
    json.put("env", result.task());
    json.put("micros_per_step_best", result.bestMicros());
    json.put("micros_per_step_median", result.medianMicros());
    json.put("ratio_to_first", ratio(result));
    json.put("bytes_per_step", Double.isNaN(result.bytesPerStep()) ? null : result.bytesPerStep());
    return json;
  }
}

package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RuleResults;
import io.olivo.deploy.bench.RuleRow;
import io.olivo.deploy.bench.Statistics;
import io.olivo.learning.net.Activation;
import io.olivo.sim.train.Learned;
import io.olivo.sim.train.RuleOutcome;
import io.olivo.sim.train.RuleTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code olivo bench rules} tells programs.
 *
 * @param results of all rules
 * @param command that repeats it
 */
record RulesJson(RuleResults results, String command) {
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("command", command);
    object.put("data", results.plan().task().toString());
    object.put("net", results.plan().task().widths());
    object.put("batch", results.plan().batch());
    object.put("kernels", EnumName.of(results.plan().kernels()));
    object.put("epochs", results.plan().epochs());
    object.put("replay", results.plan().replay());
    object.put("result_is", results.plan().task().hasClasses() ? "percent right" : "nMSE");
    object.put("rules", results.rows().stream().map(this::json).toList());
    return object;
  }

  /** How the net differs from the usual one of the task, as in " (mse)"; empty when it does not. */
  static String net(RuleRow row, RuleTask task) {
    Learned learned = row.learned();
    return (learned.loss() == task.loss() ? "" : " (mse)")
        + (learned.hidden() == Activation.RELU ? " (relu)" : "");
  }

  private Map<String, @Nullable Object> json(RuleRow row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("rule", row.learned().rule().toString());
    object.put("title", row.learned().rule().title());
    object.put("loss", EnumName.of(row.learned().loss()));
    object.put("hidden", EnumName.of(row.learned().hidden()));
    object.put("rate", row.sizes().rate());
    object.put("momentum", row.sizes().momentum());
    object.put("decay", row.sizes().decay());
    object.put("result", statistics(row.result()));
    object.put("on_line", statistics(row.onLine()));
    object.put("gap", statistics(row.gap()));
    object.put("gap_standard_error", number(row.gapError()));
    object.put("times_backprop", number(row.timesReference()));
    object.put("beats_last_layer", results.beatsTheNull(row));
    object.put("degrees_start", degrees(row, 0));
    object.put("degrees_tenth", degrees(row, 1));
    object.put("degrees_end", degrees(row, 2));
    object.put("macs_ratio", number(row.macs()));
    object.put("time_ratio", number(row.time()));
    object.put("micros_per_sample", number(row.micros()));
    object.put("seeds", row.outcomes().stream().map(RulesJson::json).toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(RuleOutcome outcome) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("seed", outcome.seed());
    object.put("result", number(outcome.result()));
    object.put("on_line", number(outcome.onLine()));
    return object;
  }

  private static List<@Nullable Double> degrees(RuleRow row, int moment) {
    List<@Nullable Double> degrees = new ArrayList<>();
    for (int layer = 0; layer < row.hiddenLayers(); layer++) {
      degrees.add(number(row.degrees(moment, layer)));
    }
    return degrees;
  }

  private static Map<String, @Nullable Double> statistics(Statistics figure) {
    Map<String, @Nullable Double> object = new LinkedHashMap<>();
    object.put("mean", number(figure.mean()));
    object.put("sd", number(figure.sd()));
    return object;
  }

  /** With five digits that count; JSON has no NaN. */
  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? Double.valueOf("%.5g".formatted(value)) : null;
  }
}

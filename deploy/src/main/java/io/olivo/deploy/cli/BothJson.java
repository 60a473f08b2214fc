package io.olivo.deploy.cli;

import io.olivo.deploy.bench.Statistics;
import io.olivo.deploy.bench.ThrowBench;
import io.olivo.deploy.bench.ThrowRow;
import io.olivo.sim.throwing.ThrowOutcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code olivo bench both} tells programs.
 *
 * @param rows one per arm
 * @param command that repeats it
 */
record BothJson(ThrowBench bench, List<ThrowRow> rows, String command) {
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("command", command);
    object.put("throws", bench.trial().count());
    object.put("rows", rows.stream().map(BothJson::json).toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(ThrowRow row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("taught_by", row.arm().toString());
    object.put("title", row.arm().title());
    object.put("hits", statistics(row.hits()));
    object.put("hits_least", number(row.leastHits()));
    object.put("miss_m", statistics(row.miss()));
    object.put("nine_of_ten_m", statistics(row.nineOfTen()));
    object.put("largest_command", number(row.largestCommand()));
    object.put("micros_per_tick_median", number(row.micros().median()));
    object.put("seeds", row.outcomes().stream().map(BothJson::json).toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(ThrowOutcome outcome) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("seed", outcome.seed());
    object.put("hits", number(outcome.hits()));
    object.put("miss_m", number(outcome.median()));
    object.put("nine_of_ten_m", number(outcome.nineOfTen()));
    object.put("curve_m", Arrays.stream(outcome.curve()).mapToObj(BothJson::number).toList());
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

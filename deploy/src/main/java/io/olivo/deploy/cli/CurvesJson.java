package io.olivo.deploy.cli;

import io.olivo.deploy.bench.Measured;
import io.olivo.deploy.bench.Row;
import io.olivo.deploy.bench.Statistics;
import io.olivo.deploy.bench.Trial;
import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.cerebellum.CerebellarConstants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code olivo bench curves} tells programs.
 *
 * @param measured by plant
 * @param command that repeats it
 */
record CurvesJson(List<Measured> measured, String command) {
  private static final String DIGEST = CerebellarConstants.STANDARD.digest();

  /** One plant's object as it is; of several plants a list. */
  Map<String, Object> json() {
    List<Map<String, Object>> plants = measured.stream().map(this::json).toList();
    if (plants.size() == 1) {
      return plants.getFirst();
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("command", command);
    all.put("constants_digest", DIGEST);
    all.put("plants", plants);
    return all;
  }

  private Map<String, Object> json(Measured one) {
    Trial trial = one.trial();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("plant", trial.robot().name());
    object.put("command", command);
    object.put("constants_digest", DIGEST);
    object.put("scenario", EnumName.of(trial.scenario()));
    object.put("reference", trial.reference());
    object.put("seconds", trial.seconds());
    object.put("error_delay_ms", 1e3 * trial.errorDelaySeconds());
    object.put("inertia_scale", trial.inertiaScale());
    object.put("relative_to", trial.relativeTo());
    object.put("unit", trial.unit());
    object.put("rmse_window_s", List.of(trial.seconds() * 2 / 3, trial.seconds()));
    object.put("diverged_seeds", perLearner(one, one::divergedSeeds));
    object.put("summary", perLearner(one, rule -> summary(one.summary(rule))));
    object.put("rows", one.rows().stream().map(CurvesJson::json).toList());
    return object;
  }

  private static Map<String, Object> perLearner(Measured one, Function<Rule, Object> value) {
    Map<String, Object> map = new LinkedHashMap<>();
    one.learners().forEach(rule -> map.put(EnumName.of(rule), value.apply(rule)));
    return map;
  }

  private static Map<String, Object> summary(Map<String, Statistics> figures) {
    Map<String, Object> summary = new LinkedHashMap<>();
    figures.forEach(
        (name, figure) -> {
          Map<String, @Nullable Double> kinds = new LinkedHashMap<>();
          kinds.put("median", number(figure.median()));
          kinds.put("mean", number(figure.mean()));
          kinds.put("sd", number(figure.sd()));
          kinds.put("worst", number(figure.worst()));
          summary.put(name, kinds);
        });
    return summary;
  }

  private static Map<String, @Nullable Object> json(Row row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("learner", EnumName.of(row.learner()));
    object.put("title", row.learner().title());
    object.put("seed", row.seed());
    object.put("constants_digest", DIGEST);
    row.figures().forEach((name, value) -> object.put(name, number(value)));
    object.put("diverged", row.diverged());
    object.put("lost_ticks", row.lostTicks());
    object.put("reference_began_s", row.beginSeconds());
    return object;
  }

  /** JSON has no NaN: what never happened is null. */
  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}

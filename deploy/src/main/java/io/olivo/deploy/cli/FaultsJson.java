package io.olivo.deploy.cli;

import io.olivo.deploy.trust.BrokenRun;
import io.olivo.deploy.trust.Judgement;
import io.olivo.deploy.trust.Observed;
import io.olivo.deploy.trust.Promise;
import io.olivo.learning.cerebellum.CerebellarConstants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code olivo bench faults} tells programs: every run.
 *
 * @param judged runs
 * @param command that repeats them
 */
record FaultsJson(List<Judgement> judged, String command) {
  Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("command", command);
    all.put("constants_digest", CerebellarConstants.STANDARD.digest());
    all.put("passed", judged.stream().allMatch(Judgement::passed));
    all.put("rows", judged.stream().map(FaultsJson::row).toList());
    return all;
  }

  private static Map<String, @Nullable Object> row(Judgement one) {
    Promise promise = one.promise();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("plant", one.plant());
    row.put("fault", promise.fault());
    row.put("kind", promise.kind());
    row.put("for_s", promise.seconds());
    row.put("seed", one.seed());
    row.put("must", EnumName.of(promise.must()));
    row.put("outcome", EnumName.of(one.outcome()));
    row.put("expected_troubles", promise.troubles().stream().map(EnumName::of).toList());
    row.put("seconds_to_safe", one.isTimed() ? number(one.secondsToSafe()) : null);
    row.put("seconds_to_safe_limit", one.isTimed() ? number(one.mostToSafe()) : null);
    row.put("in_time", one.isTimed() ? one.isInTime() : null);
    row.put("error_during", number(one.during()));
    row.put("error_after", number(one.recovered()));
    row.put("rmse_after", number(one.rmse()));
    put(row, one.observed());
    row.put("passed", one.passed());
    row.put("failures", one.failures());
    return row;
  }

  private static void put(Map<String, @Nullable Object> row, Observed observed) {
    row.put("troubles", observed.troubles().stream().map(EnumName::of).toList());
    row.put("pauses", observed.pauses());
    row.put("stops", observed.stops());
    row.put("guard_freezes", observed.freezes());
    row.put("guard_rollbacks", observed.rollbacks());
    row.put("seconds_to_frozen", number(observed.frozenSeconds() - BrokenRun.AT_SECONDS));
    row.put("seconds_to_rollback", number(observed.backSeconds() - BrokenRun.AT_SECONDS));
    row.put("violations", observed.violations());
  }

  /** JSON has no NaN: what never happened is null. */
  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}

package io.olivo.deploy.cli;

import io.olivo.deploy.session.Version;
import io.olivo.deploy.training.Transfer;
import io.olivo.deploy.training.TransferBench;
import io.olivo.deploy.training.TransferRow;
import io.olivo.sim.io.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code olivo bench transfer} tells programs.
 *
 * @param bench what was measured
 * @param rows one per body
 * @param command that repeats it
 */
record TransferJson(TransferBench bench, List<TransferRow> rows, String command) {
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("command", command);
    object.put("software", Version.text());
    object.put("robot", bench.plan().robot().name());
    object.put("digest", bench.plan().digest());
    object.put("steps", bench.plan().steps());
    object.put("bodies", rows.stream().map(this::json).toList());
    return object;
  }

  private Map<String, @Nullable Object> json(TransferRow row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("body", row.body().name());
    Map<String, Object> changes = new LinkedHashMap<>();
    for (Change change : row.body().changes()) {
      changes.put(change.parameter(), change.values()[0]);
    }
    object.put("parameters", changes);
    object.put("trained", TrainResult.json(row.mean(Transfer::trained)));
    object.put("at_once", TrainResult.json(row.mean(Transfer::zero)));
    object.put("after_60s", TrainResult.json(row.mean(Transfer::minute)));
    object.put("after_300s", TrainResult.json(row.mean(Transfer::fiveMinutes)));
    object.put("earned_60s", row.earned());
    object.put("drop", row.drop());
    object.put("closed_60s", number(row.closed(Transfer::minute)));
    object.put("closed_300s", number(row.closed(Transfer::fiveMinutes)));
    object.put("seeds", seeds(row));
    return object;
  }

  private List<Map<String, @Nullable Object>> seeds(TransferRow row) {
    List<Map<String, @Nullable Object>> seeds = new ArrayList<>();
    for (int i = 0; i < row.transfers().size(); i++) {
      Transfer one = row.transfers().get(i);
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("seed", bench.plan().seeds().get(i));
      object.put("trained", TrainResult.json(one.trained()));
      object.put("at_once", TrainResult.json(one.zero()));
      object.put("after_60s", TrainResult.json(one.minute()));
      object.put("after_300s", TrainResult.json(one.fiveMinutes()));
      object.put("earned_60s", one.earned());
      seeds.add(object);
    }
    return seeds;
  }

  /** JSON has no NaN. */
  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}

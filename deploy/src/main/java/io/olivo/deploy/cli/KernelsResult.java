package io.olivo.deploy.cli;

import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;
import io.olivo.sim.train.KernelsRace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Races of kernels, for people and for programs. */
final class KernelsResult {
  private final int rounds;
  private final List<Size> sizes = new ArrayList<>();

  private record Size(List<Integer> widths, int samples, List<KernelsRace.Result> results) {
    String net() {
      return NetShapes.text(widths);
    }

    KernelsRace.Result fastest() {
      return results.stream()
          .min(Comparator.comparingDouble(KernelsRace.Result::bestMicros))
          .orElseThrow();
    }

    /** How many times as long as the fastest. */
    double ratio(KernelsRace.Result result) {
      return result.bestMicros() / fastest().bestMicros();
    }
  }

  KernelsResult(int rounds) {
    this.rounds = rounds;
  }

  void add(List<Integer> widths, int samples, List<KernelsRace.Result> results) {
    sizes.add(new Size(widths, samples, results));
  }

  /** A table, and who wins where. */
  String text(Screen screen) {
    Table table =
        new Table(
            Column.text("net"),
            Column.number("batch"),
            Column.text("kernels"),
            Column.number("us/sample"),
            Column.number("median"),
            Column.number("ratio"),
            Column.number("bytes/step").optional(1));
    StringBuilder winners = new StringBuilder("\n");
    for (Size size : sizes) {
      size.results.forEach(result -> row(table, size, result));
      winners.append(
          "  %s in batches of %d: %s\n"
              .formatted(size.net(), size.samples, size.fastest().kernels().name()));
    }
    return table.render(screen) + "\nFastest:" + winners;
  }

  private static void row(Table table, Size size, KernelsRace.Result result) {
    table.row(
        size.net(),
        Integer.toString(size.samples),
        result.kernels().name(),
        "%.2f".formatted(result.bestMicros()),
        "%.2f".formatted(result.medianMicros()),
        "%.2f".formatted(size.ratio(result)),
        "%.0f".formatted(result.bytesPerStep()));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rounds", rounds);
    json.put("sizes", sizes.stream().map(this::json).toList());
    return json;
  }

  private Map<String, Object> json(Size size) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("net", size.net());
    json.put("batch", size.samples);
    json.put("fastest", size.fastest().kernels().name());
    Map<String, Object> kernels = new LinkedHashMap<>();
    size.results.forEach(result -> kernels.put(result.kernels().name(), json(size, result)));
    json.put("kernels", kernels);
    return json;
  }

  private Map<String, Object> json(Size size, KernelsRace.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("us_per_sample_best", result.bestMicros());
    json.put("us_per_sample_median", result.medianMicros());
    json.put("ratio_to_fastest", size.ratio(result));
    json.put("bytes_per_step", result.bytesPerStep());
    return json;
  }
}

package io.olivo.deploy.cli;

import io.olivo.deploy.bench.JitterPlan;
import io.olivo.deploy.bench.JitterRow;
import io.olivo.deploy.doctor.Lateness;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code olivo bench jitter} prints. */
record JitterResult(JitterPlan plan, List<JitterRow> rows) {
  /** One run in a line. */
  static String line(JitterRow row) {
    Lateness other = row.cyclictest();
    return "%s, %s: %s%s"
        .formatted(
            name(row), garbage(row), row.loop(), other == null ? "" : "; cyclictest " + other);
  }

  private static String name(JitterRow row) {
    return row.collector().name().toLowerCase(Locale.ROOT);
  }

  private static String garbage(JitterRow row) {
    return row.garbage() > 0
        ? String.format(Locale.ROOT, "garbage %.0f MB/s", row.garbage())
        : "no garbage";
  }

  void print(OutputOptions output) {
    if (output.json()) {
      output.print(forPrograms());
    } else {
      System.out.print(table().render(output.screen()));
      System.out.print(legend());
    }
  }

  private Map<String, Object> forPrograms() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("plan", plan);
    all.put("rows", rows.stream().map(JitterResult::forPrograms).toList());
    return all;
  }

  private static Map<String, @Nullable Object> forPrograms(JitterRow row) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("collector", name(row));
    all.put("garbage_mb_per_s", row.garbage());
    all.put("loop", row.loop());
    all.put("skipped_ticks", row.skipped());
    all.put("bytes_per_tick", row.bytesPerTick());
    all.put("collections", row.collections());
    all.put("collecting_ms", row.collecting());
    all.put("cyclictest", row.cyclictest());
    all.put("p99_ratio", Double.isFinite(row.ratio()) ? row.ratio() : null);
    return all;
  }

  private Table table() {
    Table table =
        new Table(
            Column.text("collector"),
            Column.text("garbage").optional(1),
            Column.text("who"),
            Column.number("p50 us"),
            Column.number("p99 us"),
            Column.number("p99.9 us"),
            Column.number("max us"),
            Column.number("missed"),
            Column.number("p99 ratio"),
            Column.number("B/tick").optional(3),
            Column.number("pauses").optional(2));
    for (JitterRow row : rows) {
      String ratio = Double.isFinite(row.ratio()) ? rounded(row.ratio(), 2) : "";
      String pauses =
          "%d, %.1f ms"
              .formatted(
                  row.collections(), row.collecting() / (double) Math.max(1, row.collections()));
      add(table, row, "olivo", row.loop(), ratio, rounded(row.bytesPerTick(), 1), pauses);
      Lateness other = row.cyclictest();
      if (other != null) {
        add(table, row, "cyclictest", other, "", "", "");
      }
    }
    return table;
  }

  private static void add(
      Table table,
      JitterRow row,
      String who,
      Lateness late,
      String ratio,
      String bytes,
      String pauses) {
    table.row(
        name(row),
        garbage(row),
        who,
        rounded(late.p50Micros(), 0),
        rounded(late.p99Micros(), 0),
        rounded(late.p999Micros(), 0),
        rounded(late.maxMicros(), 0),
        Long.toString(late.missed()),
        ratio,
        bytes,
        pauses);
  }

  private static String rounded(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private String legend() {
    return String.format(
        Locale.ROOT,
        "%.0f s each at %.0f Hz, %s tick, %s, cores %d and %d; garbage: live set %d MB; pauses: how"
            + " many, mean%n",
        plan.seconds(),
        plan.rateHertz(),
        plan.tick().name().toLowerCase(Locale.ROOT),
        plan.priority() > 0 ? "SCHED_FIFO " + plan.priority() : "no priority",
        plan.first(),
        plan.second(),
        plan.liveMegabytes());
  }
}

package io.olivo.deploy.cli;

import io.olivo.controller.mirror.MirrorCounters;
import io.olivo.deploy.demo.DemoReport;
import io.olivo.deploy.demo.Outcome;
import io.olivo.deploy.report.Report;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import java.util.List;

/**
 * What a demo showed.
 *
 * @param demo plan, seed and outcomes
 * @param counters of the mirror
 * @param ticksPerSecond of wall time
 */
record DemoResult(DemoReport demo, MirrorCounters counters, double ticksPerSecond) {
  Report report() {
    return demo.report();
  }

  List<Outcome> outcomes() {
    return demo.outcomes();
  }

  Outcome olivo() {
    return outcomes().getLast();
  }

  double ratio() {
    return olivo().before() / outcomes().getFirst().before();
  }

  RunResult numbers() {
    RunResult numbers = new RunResult();
    numbers.put("seed", demo.seed());
    numbers.put("robot_seconds", demo.plan().seconds());
    numbers.put("ratio_final", ratio());
    numbers.put("payload_recovered", Double.isFinite(olivo().t5First()));
    numbers.put("t5_first", olivo().t5First());
    numbers.put("t5_second", olivo().t5Second());
    for (Outcome outcome : outcomes()) {
      numbers.put("rms_mrad_" + key(outcome), 1e3 * outcome.before());
    }
    numbers.put("ticks_per_second", Math.round(ticksPerSecond));
    numbers.put("mirror_ticks", counters.ticks());
    numbers.put("mirror_resent", counters.resent());
    numbers.put("mirror_doubled", counters.duplicates());
    numbers.put("mirror_lost", counters.lost());
    return numbers;
  }

  private static String key(Outcome outcome) {
    return switch (outcome.learner()) {
      case "PD" -> "pd";
      case "PES" -> "pes";
      case "Olivo" -> "olivo";
      default -> "fel";
    };
  }

  /** The learners side by side, errors in mrad. */
  Table table() {
    Table table =
        new Table(
            Column.text("mrad"),
            Column.number("no load"),
            Column.number("load, first 2.5 s").optional(1),
            Column.number("load, steady"),
            Column.number("again, first 2.5 s").optional(2),
            Column.number("mastered in"),
            Column.number("again in"));
    for (Outcome o : outcomes()) {
      table.row(
          o.learner(),
          milli(o.before()),
          milli(o.first()),
          milli(o.steady()),
          milli(o.second()),
          seconds(o.t5First()),
          seconds(o.t5Second()));
    }
    return table;
  }

  private static String milli(double radians) {
    return "%.2f".formatted(1e3 * radians);
  }

  private static String seconds(double seconds) {
    return Double.isFinite(seconds) ? "%.1f s".formatted(seconds) : "never";
  }
}

package io.olivo.deploy.cli;

import io.olivo.deploy.hostile.HostileLessons;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import io.olivo.deploy.terminal.Table;
import io.olivo.learning.credit.CreditRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nonsense for layered nets, one rule after the other. */
final class HostileRules {
  private static final int STEPS_BETWEEN_NEWS = 1024;

  private final OutputOptions output;
  private final ProgressLine line;
  private final Map<String, HostileLessons> taught = new LinkedHashMap<>();

  HostileRules(OutputOptions output) {
    this.output = output;
    line = new ProgressLine(output.screen(), output.notes());
  }

  /** {@return whether all weights stayed numbers at every step} */
  boolean teach(List<CreditRules> rules, long steps, long seed) {
    for (CreditRules rule : rules) {
      HostileLessons lessons = new HostileLessons(rule, seed);
      while (lessons.steps() < steps) {
        lessons.step();
        if (!output.quiet() && lessons.steps() % STEPS_BETWEEN_NEWS == 0) {
          line.show(System.nanoTime(), progress(rule, rules.size(), lessons.steps(), steps));
        }
      }
      taught.put(rule.toString(), lessons);
    }
    line.clear();
    print(seed);
    return taught.values().stream().allMatch(lessons -> lessons.notFinite() == 0);
  }

  private Progress progress(CreditRules rule, int rules, long steps, long all) {
    double share = (taught.size() + steps / (double) all) / rules;
    return new Progress(rule.toString(), share, "", new double[0]);
  }

  private void print(long seed) {
    if (output.json()) {
      Map<String, Object> rows = new LinkedHashMap<>();
      taught.forEach((rule, lessons) -> rows.put(rule, row(lessons)));
      output.print(Map.of("seed", seed, "rules", rows));
      return;
    }
    Table table =
        new Table(
            Column.text("rule"),
            Column.number("steps"),
            Column.number("refused"),
            Column.number("steps with a weight that is no number"));
    taught.forEach(
        (rule, lessons) ->
            table.row(
                rule,
                "%,d".formatted(lessons.steps()),
                "%,d".formatted(lessons.refused()),
                Long.toString(lessons.notFinite())));
    System.out.print(table.render(output.screen()));
  }

  private static Map<String, Object> row(HostileLessons lessons) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("steps", lessons.steps());
    row.put("refused", lessons.refused());
    row.put("not_finite", lessons.notFinite());
    return row;
  }
}

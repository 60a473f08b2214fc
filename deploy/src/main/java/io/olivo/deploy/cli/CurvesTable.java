package io.olivo.deploy.cli;

import io.olivo.deploy.bench.Measured;
import io.olivo.deploy.bench.Statistics;
import io.olivo.deploy.bench.Trial;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;
import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.cerebellum.CerebellarConstants;
import java.util.List;

/**
 * What {@code olivo bench curves} tells people: the figures over all seeds.
 *
 * @param measured by plant
 */
record CurvesTable(List<Measured> measured) {
  String text(Screen screen) {
    StringBuilder text = new StringBuilder();
    measured.forEach(one -> text.append(text(one, screen)).append('\n'));
    return text.append("constants ")
        .append(CerebellarConstants.STANDARD.digest())
        .append("; every seed by itself: --json\n")
        .toString();
  }

  private static String text(Measured one, Screen screen) {
    Trial trial = one.trial();
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, %d seed(s), %.0f s, %s; ratio: error over %s\n"
            .formatted(
                trial.robot().name(),
                one.alone().size(),
                trial.seconds(),
                EnumName.of(trial.scenario()),
                trial.relativeTo()));
    text.append(table(one).render(screen));
    for (Rule rule : one.learners()) {
      List<Long> diverged = one.divergedSeeds(rule);
      if (!diverged.isEmpty()) {
        text.append("%s diverged on seeds %s\n".formatted(rule.title(), diverged));
      }
    }
    return text.toString();
  }

  private static Table table(Measured one) {
    Table table =
        new Table(
            Column.text("learner"),
            Column.text("figure"),
            Column.number("median"),
            Column.number("mean").optional(2),
            Column.number("sd").optional(1),
            Column.number("worst"));
    for (Rule rule : one.learners()) {
      one.summary(rule).forEach((name, figure) -> row(table, rule.title(), name, figure));
    }
    return table;
  }

  private static void row(Table table, String learner, String name, Statistics figure) {
    table.row(
        learner,
        name,
        cell(figure.median()),
        cell(figure.mean()),
        cell(figure.sd()),
        cell(figure.worst()));
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? "%.4f".formatted(value) : "-";
  }
}

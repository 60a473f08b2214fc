package io.olivo.deploy.bench;

import io.olivo.deploy.report.FigureTable.Cell;
import io.olivo.deploy.wiring.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a bench shows, in one sentence; all numbers are medians over the seeds.
 *
 * @param measured all runs on one plant
 */
record Conclusion(Measured measured) {
  String text() {
    return switch (measured.trial().scenario()) {
      case STEADY, PAYLOAD_FROM_START -> settled();
      case PAYLOAD -> measured.trial().seconds() < 180 ? settled() : payload();
      case ABCA -> measured.trial().seconds() < 185 ? settled() : abca();
    };
  }

  private String settled() {
    List<Rule> order =
        measured.learners().stream().sorted(Comparator.comparingDouble(this::left)).toList();
    Rule first = ours();
    Optional<Rule> next = order.stream().filter(rule -> rule != first).findFirst();
    return "Over the last third %s is left with %s of the %s%s."
        .formatted(
            first.title(),
            Cell.percent(left(first)),
            measured.trial().relativeTo().equals("feedback alone")
                ? "feedback\u2019s error"
                : measured.trial().relativeTo(),
            next.map(
                    rule ->
                        "; the best other, %s, with %s"
                            .formatted(rule.title(), Cell.percent(left(rule))))
                .orElse(""));
  }

  private String payload() {
    return "When the load goes on, %s is back under 5 %s %s, and %s when it goes on again."
        .formatted(ours().title(), measured.trial().unit(), after("t5_first"), after("t5_second"));
  }

  private String after(String figure) {
    double seconds = median(figure);
    return Double.isNaN(seconds) ? "never" : "after " + Cell.number(seconds) + "\u00a0s";
  }

  private String abca() {
    return "%s settles at %s plain, %s with the load and %s with other friction and motors; 2.5 to"
            .formatted(ours().title(), error("a_"), error("b_"), error("c_"))
        + " 5 s after the plain plant is back it is at %s.".formatted(error("return_2_5_5_"));
  }

  private String error(String figure) {
    Trial trial = measured.trial();
    return Cell.number(median(figure + trial.unitKey())) + "\u00a0" + trial.unit();
  }

  private double median(String figure) {
    double[] values =
        measured.of(ours()).stream()
            .mapToDouble(row -> row.figures().getOrDefault(figure, Double.NaN))
            .toArray();
    return Statistics.of(values).median();
  }

  private Rule ours() {
    return measured.learners().contains(Rule.OLIVO)
        ? Rule.OLIVO
        : measured.learners().stream().min(Comparator.comparingDouble(this::left)).orElseThrow();
  }

  private double left(Rule rule) {
    double[] lasts = measured.of(rule).stream().mapToDouble(Row::lastThird).toArray();
    return Statistics.of(lasts).median();
  }
}

package io.olivo.deploy.cli;

import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;
import io.olivo.deploy.trust.Judgement;
import io.olivo.deploy.trust.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What {@code olivo bench faults} tells people: one line for every fault of a plant, the worst of
 * its seeds.
 *
 * @param judged plant by plant, fault by fault, seed by seed
 */
record FaultsTable(List<Judgement> judged) {
  private static final double COUNTLESS = 1000;

  String text(Screen screen) {
    StringBuilder text = new StringBuilder();
    byPlant().forEach((plant, rows) -> text.append(plant).append('\n').append(table(rows, screen)));
    judged.stream().filter(one -> !one.passed()).forEach(one -> text.append(failure(one)));
    long failed = judged.stream().filter(one -> !one.passed()).count();
    return text.append("%d runs, %d not as promised\n".formatted(judged.size(), failed)).toString();
  }

  private static String failure(Judgement one) {
    return "%s, %s %s, seed %d: %s\n"
        .formatted(
            one.plant(),
            one.promise().fault(),
            one.promise().length(),
            one.seed(),
            String.join("; ", one.failures()));
  }

  private Map<String, List<Judgement>> byPlant() {
    return judged.stream()
        .collect(Collectors.groupingBy(Judgement::plant, LinkedHashMap::new, Collectors.toList()));
  }

  private static String table(List<Judgement> ofPlant, Screen screen) {
    Table table =
        new Table(
            Column.text("fault"),
            Column.text("for"),
            Column.text("must"),
            Column.text("outcome"),
            Column.number("to safe, s"),
            Column.number("during").optional(2),
            Column.number("after"),
            Column.number("rmse").optional(4),
            Column.number("guard").optional(1),
            Column.number("outside").optional(3),
            Column.text(""));
    Map<Promise, List<Judgement>> rows = new LinkedHashMap<>();
    ofPlant.forEach(
        one -> rows.computeIfAbsent(one.promise(), promise -> new ArrayList<>()).add(one));
    rows.forEach((promise, seeds) -> row(table, promise, seeds));
    return table.render(screen) + "\n";
  }

  private static void row(Table table, Promise promise, List<Judgement> seeds) {
    table.row(
        promise.fault(),
        promise.length(),
        promise.answer(),
        seeds.stream()
            .map(one -> one.outcome().title())
            .distinct()
            .collect(Collectors.joining("/")),
        seeds.getFirst().isTimed() ? "%.3f".formatted(worst(seeds, Judgement::secondsToSafe)) : "-",
        times(worst(seeds, Judgement::during)),
        times(worst(seeds, Judgement::recovered)),
        times(worst(seeds, Judgement::rmse)),
        "%.0f".formatted(worst(seeds, one -> one.observed().rollbacks())),
        "%.0f".formatted(worst(seeds, one -> one.observed().violations())),
        seeds.stream().allMatch(Judgement::passed) ? "ok" : "FAILED");
  }

  /** Not a number is worse than every number. */
  private static double worst(List<Judgement> seeds, ToDoubleFunction<Judgement> figure) {
    return seeds.stream().mapToDouble(figure).max().orElse(Double.NaN);
  }

  private static String times(double ratio) {
    return ratio < COUNTLESS ? String.format(Locale.ROOT, "%.2f", ratio) : "lost";
  }
}

package io.olivo.deploy.bench;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.Traits;
import io.olivo.learning.credit.Transport;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.FloatRows;
import io.olivo.sim.train.Learned;
import io.olivo.sim.train.RuleTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The page on all rules: what each is, from its own traits, and what it reached, from recorded
 * results.
 *
 * @param results what {@code olivo bench rules --json} printed, one per task
 */
public record RulePage(List<JsonNode> results) {
  private static final String HEAD =
      """
      # Learning rules of layered nets

      Written by `olivo bench rules --doc`; do not edit. Answers come from the rules' own traits, numbers
      from recorded results on rows that were never learned from. Classes: percent right, and the gap in
      points to backprop on the same kind of net, loss, rows and order, \u00b1 the standard error over paired
      seeds. Motion: normalised squared error on other motions, and how many times that of backprop.
      [bench.md](bench.md) says how it is measured; [the results](results/2026-11-25-layered-nets.md) say
      what was aimed at and what falls short.

      """;

  private static final String TABLE_HEAD =
      "| rule | taught by | transport-free | local | phases | spiking form | hidden layers shown |";

  /** Keeps its own copy. */
  public RulePage {
    results = List.copyOf(results);
  }

  /** The page, Markdown. */
  public String text() {
    Map<String, List<JsonNode>> tasks = byTask();
    StringBuilder text = new StringBuilder(HEAD).append(TABLE_HEAD);
    tasks.keySet().forEach(task -> text.append(' ').append(task).append(" |"));
    text.append("\n|").append("---|".repeat(7 + tasks.size())).append('\n');
    for (CreditRules rule : CreditRules.values()) {
      text.append(row(rule, tasks)).append('\n');
    }
    text.append('\n');
    for (CreditRules rule : CreditRules.values()) {
      text.append(paragraph(rule, tasks)).append('\n');
    }
    text.append("## Results\n");
    results.forEach(one -> text.append(source(one)));
    return text.toString();
  }

  /** Results of one task may have been recorded in several runs. */
  private Map<String, List<JsonNode>> byTask() {
    Map<String, List<JsonNode>> tasks = new LinkedHashMap<>();
    results.forEach(one -> tasks.computeIfAbsent(task(one), name -> new ArrayList<>()).add(one));
    return tasks;
  }

  private static String task(JsonNode one) {
    return "%s, batch %d%s"
        .formatted(
            one.get("data").asString(),
            one.get("batch").asInt(),
            one.get("replay").asInt() > 0 ? ", replay" : "");
  }

  private static String row(CreditRules rule, Map<String, List<JsonNode>> tasks) {
    Traits traits = traits(rule);
    StringBuilder row =
        new StringBuilder(
            "| `%s` %s | %s | %s | %s | %d | %s | %s |"
                .formatted(
                    rule,
                    rule.title(),
                    traits.signal().name().toLowerCase(Locale.ROOT),
                    transport(traits.transport()),
                    yes(traits.local()),
                    traits.phases(),
                    yes(traits.spiking()),
                    traits.deepest() == 0 ? "-" : String.valueOf(traits.deepest())));
    tasks.values().forEach(task -> row.append(' ').append(cell(rule, task)).append(" |"));
    return row.toString();
  }

  private static Traits traits(CreditRules rule) {
    Chance chance = new Chance(0);
    DenseNet net =
        new DenseNet(
            Learned.of(rule, RuleTask.DIGITS).net(RuleTask.DIGITS), new FloatRows(), chance);
    return rule.maker().attach(net, 1, chance).traits();
  }

  private static String transport(Transport transport) {
    return switch (transport) {
      case NONE -> "yes";
      case SIGN -> "but for signs";
      case SUM -> "but for sums";
      case INVERSE -> "no: an inverse";
      case FULL -> "no";
    };
  }

  private static String yes(boolean it) {
    return it ? "yes" : "no";
  }

  private static String cell(CreditRules rule, List<JsonNode> task) {
    JsonNode any = task.getFirst();
    List<String> all = entries(rule, task).map(one -> figure(one, any) + net(one, any)).toList();
    return all.isEmpty() ? "not run" : String.join("; ", all);
  }

  /** One for each kind of net, the one recorded first. */
  private static Stream<JsonNode> entries(CreditRules rule, List<JsonNode> task) {
    Map<String, JsonNode> kinds = new LinkedHashMap<>();
    task.stream()
        .flatMap(one -> one.get("rules").valueStream())
        .filter(one -> one.get("rule").asString().equals(rule.toString()))
        .forEach(one -> kinds.putIfAbsent(net(one, task.getFirst()), one));
    return kinds.values().stream();
  }

  /** What is unusual about the net, as in " (relu)": backprop has a result on each kind of it. */
  private static String net(JsonNode one, JsonNode result) {
    boolean squared = isClasses(result) && one.get("loss").asString().equals("squared");
    return (one.get("hidden").asString().equals("relu") ? " (relu)" : "")
        + (squared ? " (squared loss)" : "");
  }

  private static String figure(JsonNode one, JsonNode result) {
    boolean reference = one.get("rule").asString().equals(CreditRules.BACKPROP.toString());
    String own = reached(one, result);
    if (reference) {
      return own;
    }
    return isClasses(result)
        ? own + ", " + gap(one)
        : own + ", x" + number("%.2f", one.get("times_backprop"));
  }

  private static String reached(JsonNode one, JsonNode result) {
    return number(isClasses(result) ? "%.2f" : "%.4f", one.get("result").get("mean"));
  }

  private static String gap(JsonNode one) {
    JsonNode error = one.get("gap_standard_error");
    return number("%+.2f", one.get("gap").get("mean"))
        + (error.isNull() ? "" : " \u00b1 " + number("%.2f", error));
  }

  private static boolean isClasses(JsonNode result) {
    return result.get("result_is").asString().equals("percent right");
  }

  private static String number(String form, JsonNode value) {
    return value.isNull() ? "no number" : String.format(Locale.ROOT, form, value.asDouble());
  }

  private static String paragraph(CreditRules rule, Map<String, List<JsonNode>> tasks) {
    Traits traits = traits(rule);
    StringBuilder text = new StringBuilder("### `%s`: %s\n".formatted(rule, rule.title()));
    text.append("Where a robot would use it: %s.\n".formatted(traits.use()));
    for (List<JsonNode> task : tasks.values()) {
      entries(rule, task).forEach(one -> text.append(sentence(one, task.getFirst())));
    }
    return text.append("Source: %s.\n".formatted(traits.paper())).toString();
  }

  private static String sentence(JsonNode one, JsonNode result) {
    return "On %s%s: %s, %s the last layer alone; %s times backprop's arithmetic, %s times its time.\n"
        .formatted(
            task(result),
            net(one, result),
            (isClasses(result) ? "%s %% right" : "nMSE %s").formatted(reached(one, result)),
            one.get("beats_last_layer").asBoolean() ? "better than" : "not better than",
            number("%.2f", one.get("macs_ratio")),
            number("%.2f", one.get("time_ratio")));
  }

  private static String source(JsonNode result) {
    return "- %s: net %s, %d epoch(s), %d seed(s); `%s`\n"
        .formatted(
            task(result),
            result.get("net"),
            result.get("epochs").asInt(),
            result.get("rules").get(0).get("seeds").size(),
            result.get("command").asString());
  }
}

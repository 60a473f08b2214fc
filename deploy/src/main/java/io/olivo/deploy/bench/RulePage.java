package io.olivo.deploy.bench;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.Traits;
import io.olivo.learning.credit.Transport;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.FloatRows;
import io.olivo.sim.train.Learned;
import io.olivo.sim.train.RuleTask;
import java.util.List;
import java.util.Locale;
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
      from recorded results. A gap is to backprop on the same kind of net, loss, rows and order, \u00b1 the
      standard error over paired seeds: percentage points of right test rows, or held-out nMSE, where more
      is worse.

      """;

  private static final String TABLE_HEAD =
      "| rule | transport-free | local | phases | spiking form | hidden layers shown |";

  /** Keeps its own copy. */
  public RulePage {
    results = List.copyOf(results);
  }

  /** The page, Markdown. */
  public String text() {
    StringBuilder text = new StringBuilder(HEAD).append(TABLE_HEAD);
    results.forEach(one -> text.append(' ').append(title(one)).append(" |"));
    text.append("\n|").append("---|".repeat(6 + results.size())).append('\n');
    for (CreditRules rule : CreditRules.values()) {
      text.append(row(rule)).append('\n');
    }
    text.append('\n');
    for (CreditRules rule : CreditRules.values()) {
      text.append(paragraph(rule)).append('\n');
    }
    text.append("## Results\n");
    results.forEach(one -> text.append(source(one)));
    return text.toString();
  }

  private static String title(JsonNode one) {
    return task(one) + ": gap";
  }

  private static String task(JsonNode one) {
    return "%s, batch %d%s"
        .formatted(
            one.get("data").asString(),
            one.get("batch").asInt(),
            one.get("replay").asInt() > 0 ? ", replay" : "");
  }

  private String row(CreditRules rule) {
    Traits traits = traits(rule);
    StringBuilder row =
        new StringBuilder(
            "| `%s` %s | %s | %s | %d | %s | %s |"
                .formatted(
                    rule,
                    rule.title(),
                    transport(traits.transport()),
                    yes(traits.local()),
                    traits.phases(),
                    yes(traits.spiking()),
                    traits.deepest() == 0 ? "-" : String.valueOf(traits.deepest())));
    results.forEach(one -> row.append(' ').append(gaps(rule, one)).append(" |"));
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

  private static String gaps(CreditRules rule, JsonNode result) {
    List<String> all =
        entries(rule, result).map(one -> gap(one, result) + net(one, result)).toList();
    return all.isEmpty() ? "not run" : String.join("; ", all);
  }

  private static Stream<JsonNode> entries(CreditRules rule, JsonNode result) {
    return result
        .get("rules")
        .valueStream()
        .filter(one -> one.get("rule").asString().equals(rule.toString()));
  }

  /** What is unusual about the net, as in " (relu)": backprop has a result on each kind of it. */
  private static String net(JsonNode one, JsonNode result) {
    boolean squared = isClasses(result) && one.get("loss").asString().equals("squared");
    return (one.get("hidden").asString().equals("relu") ? " (relu)" : "")
        + (squared ? " (squared loss)" : "");
  }

  private static String gap(JsonNode one, JsonNode result) {
    String form = isClasses(result) ? "+.2f" : "+.4f";
    JsonNode error = one.get("gap_standard_error");
    return number("%" + form, one.get("gap").get("mean"))
        + (error.isNull() ? "" : " \u00b1 " + number("%" + form.substring(1), error));
  }

  private static boolean isClasses(JsonNode result) {
    return result.get("result_is").asString().equals("percent right");
  }

  private static String number(String form, JsonNode value) {
    return value.isNull() ? "no number" : String.format(Locale.ROOT, form, value.asDouble());
  }

  private String paragraph(CreditRules rule) {
    Traits traits = traits(rule);
    StringBuilder text = new StringBuilder("### `%s`: %s\n".formatted(rule, rule.title()));
    text.append("Where a robot would use it: %s.\n".formatted(traits.use()));
    for (JsonNode result : results) {
      entries(rule, result).forEach(one -> text.append(reached(one, result)));
    }
    return text.append("Source: %s.\n".formatted(traits.paper())).toString();
  }

  private static String reached(JsonNode one, JsonNode result) {
    return "On %s%s it reaches %s, %s the last layer alone, at %s times backprop's arithmetic.\n"
        .formatted(
            task(result),
            net(one, result),
            isClasses(result)
                ? number("%.2f", one.get("result").get("mean")) + " %"
                : "nMSE " + number("%.4f", one.get("result").get("mean")),
            one.get("beats_last_layer").asBoolean() ? "better than" : "not better than",
            number("%.2f", one.get("macs_ratio")));
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

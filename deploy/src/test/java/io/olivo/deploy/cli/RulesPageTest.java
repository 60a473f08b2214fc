package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.credit.CreditRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesPageTest {
  private static final Path DOCS = Path.of("../docs");

  @TempDir Path folder;
  private final Spoken spoken = new Spoken();

  private int rules(String... arguments) {
    List<String> all = new ArrayList<>(List.of("bench", "rules"));
    all.addAll(List.of(arguments));
    return spoken.olivo(all.toArray(String[]::new));
  }

  /** To mend it: olivo bench rules --doc docs/rules.md --from docs/results/rules-... */
  @Test
  void thePageInTheDocumentsIsWhatTheRecordedResultsAndTheTraitsSay() throws IOException {
    String recorded;
    try (Stream<Path> files = Files.list(DOCS.resolve("results"))) {
      recorded =
          files
              .filter(file -> file.getFileName().toString().matches("rules-.*\\.json"))
              .sorted()
              .map(Path::toString)
              .collect(Collectors.joining(","));
    }
    Path page = folder.resolve("rules.md");
    assertEquals(ExitCode.OK, rules("--doc", page.toString(), "--from", recorded), spoken::said);
    assertEquals(Files.readString(DOCS.resolve("rules.md")), Files.readString(page));
  }

  @Test
  void thePageTellsOfEveryRuleWhereARobotWouldUseItAndItsSource() throws IOException {
    String page = Files.readString(DOCS.resolve("rules.md"));
    for (CreditRules rule : CreditRules.values()) {
      int section = page.indexOf("### `%s`: ".formatted(rule));
      assertTrue(section > 0, rule.title());
      int end = page.indexOf("\n#", section + 1);
      String text = page.substring(section, end);
      assertTrue(text.contains("Where a robot would use it: ") && text.contains("Source: "), text);
    }
  }

  @Test
  void theReportIsOneFileWithADotForEverySeedOfEveryRule() throws IOException {
    Path page = folder.resolve("rules.html");
    String[] command = {
      "--data",
      "digits",
      "--rules",
      "fa",
      "--rows",
      "256",
      "--epochs",
      "1",
      "--seeds",
      "1-2",
      "--html",
      page.toString(),
      "--json",
      "-q"
    };
    assertEquals(ExitCode.OK, rules(command), spoken::said);
    String html = Files.readString(page);
    assertEquals(4 * 2, html.split("<circle", -1).length - 1); // fa, backprop, two nulls
    assertTrue(html.contains("<code>olivo bench rules --data digits"));
  }

  @Test
  void theGapIsThatOfThePairedSeedsAndTheNullsRunUnasked() {
    String[] command = {
      "--data",
      "digits",
      "--rules",
      "fa",
      "--rows",
      "640",
      "--epochs",
      "2",
      "--seeds",
      "1-2",
      "--json",
      "-q"
    };
    assertEquals(ExitCode.OK, rules(command), spoken::said);
    JsonNode result = JsonMapper.shared().readTree(spoken.printed());
    JsonNode fa = named(result, "fa");
    JsonNode bp = named(result, "bp");
    double first = seed(fa, 0) - seed(bp, 0);
    double second = seed(fa, 1) - seed(bp, 1);
    assertEquals((first + second) / 2, fa.get("gap").get("mean").asDouble(), 1e-3);
    assertEquals(Math.abs(first - second) / 2, fa.get("gap_standard_error").asDouble(), 1e-3);
    double last = named(result, "last").get("result").get("mean").asDouble();
    assertTrue(bp.get("result").get("mean").asDouble() > last + 3, spoken.printed());
    assertEquals(90, named(result, "redrawn").get("degrees_end").get(0).asDouble(), 15);
    List<String> once = results(result);
    assertEquals(ExitCode.OK, rules(command));
    assertEquals(once, results(JsonMapper.shared().readTree(spoken.printed())));
  }

  @Test
  void otherKernelsTrainTheSameNetButForTheLastBits() {
    JsonNode rows = trainedWith("rows");
    JsonNode nd4j = trainedWith("nd4j");
    assertEquals("nd4j", nd4j.get("kernels").asString());
    assertEquals(seed(named(rows, "bp"), 0), seed(named(nd4j, "bp"), 0), 1);
  }

  private JsonNode trainedWith(String kernels) {
    String[] command = {
      "--rules", "bp", "--rows", "640", "--epochs", "2", "--seeds", "1", "--json", "-q"
    };
    String[] with =
        Stream.concat(Stream.of(command), Stream.of("--kernels", kernels)).toArray(String[]::new);
    assertEquals(ExitCode.OK, rules(with), spoken::said);
    return JsonMapper.shared().readTree(spoken.printed());
  }

  /** All that does not depend on the clock. */
  private static List<String> results(JsonNode result) {
    return result
        .get("rules")
        .valueStream()
        .map(one -> one.get("rule") + " " + one.get("seeds") + one.get("degrees_end"))
        .toList();
  }

  private static JsonNode named(JsonNode result, String rule) {
    return result
        .get("rules")
        .valueStream()
        .filter(one -> one.get("rule").asString().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static double seed(JsonNode rule, int index) {
    return rule.get("seeds").get(index).get("result").asDouble();
  }

  @Test
  void whatCannotBeIsAUsageErrorThatHelps() {
    assertEquals(ExitCode.USAGE, rules("--rules", "bpp"));
    assertTrue(spoken.said().contains("there is no rule \"bpp\"; choose from bp, fa,"));
    assertEquals(
        ExitCode.ROBOT_FILE, rules("--data", "fashion-mnist", "--data-dir", folder.toString()));
    assertTrue(spoken.said().contains("apt-get install dataset-fashion-mnist"), spoken.said());
    assertEquals(ExitCode.USAGE, rules("--kernels", "abacus"));
    assertTrue(spoken.said().contains("rows, nd4j, fastest"), spoken.said());
    assertEquals(ExitCode.USAGE, rules("--doc", folder.resolve("x.md").toString()));
    assertTrue(spoken.said().contains("--doc needs --from"), spoken.said());
  }
}

package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.cerebellum.CerebellarConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CurvesTest {
  @TempDir Path folder;
  private final Spoken spoken = new Spoken();

  private int curves(String... arguments) {
    List<String> all = new ArrayList<>(List.of("bench", "curves"));
    all.addAll(List.of(arguments));
    return spoken.olivo(all.toArray(String[]::new));
  }

  @Test
  void theJsonHasEverythingThatAScepticNeeds() {
    assertEquals(
        ExitCode.OK,
        curves("--learner", "fel,olivo", "--seeds", "4-5", "--seconds", "12", "--json"));
    JsonNode result = JsonMapper.shared().readTree(spoken.printed());
    String digest = CerebellarConstants.STANDARD.digest();
    assertEquals(digest, result.get("constants_digest").asString());
    assertEquals("feedback alone", result.get("relative_to").asString());
    assertEquals(4, result.get("rows").size());
    JsonNode row = result.get("rows").get(2);
    assertEquals("olivo", row.get("learner").asString());
    assertEquals(4, row.get("seed").asInt());
    assertEquals(digest, row.get("constants_digest").asString());
    assertTrue(row.get("ratio_0_10").asDouble() < .1, spoken.printed());
    assertTrue(row.get("rmse_mrad").asDouble() > 0, spoken.printed());
    assertTrue(row.has("diverged") && !row.has("ratio_10_20"), spoken.printed());
    JsonNode summary = result.get("summary").get("fel").get("ratio_0_10");
    assertTrue(
        List.of("median", "mean", "sd", "worst").stream().allMatch(summary::has), spoken.printed());
    assertEquals(0, result.get("diverged_seeds").get("olivo").size());
    assertTrue(result.get("command").asString().contains("--seeds 4-5"), spoken.printed());
  }

  @Test
  void thePageIsOneFileWithAChartPerPlant() throws Exception {
    Path page = folder.resolve("curves.html");
    assertEquals(
        ExitCode.OK,
        curves(
            "--plant",
            "arm2,gaze2",
            "--seeds",
            "1",
            "--seconds",
            "2",
            "-q",
            "--html",
            page.toString()));
    String html = Files.readString(page);
    assertEquals(2, html.split("<canvas", -1).length - 1);
    for (Rule rule : List.of(Rule.OLIVO, Rule.FEL, Rule.PES)) {
      assertTrue(html.contains(rule.title() + "</th>"), rule.title());
    }
    assertTrue(html.contains("<code>olivo bench curves --plant arm2,gaze2 --seeds 1"));
    assertTrue(html.contains(CerebellarConstants.STANDARD.digest()));
  }

  @ParameterizedTest
  @CsvSource({
    "--plant, arm9, 'there is no plant \"arm9\"'",
    "--seeds, ',', 'write numbers and ranges, as in 1,2,500-519'",
    "--seeds, 5-3, '\"5-3\" has no seeds'",
    "--seeds, 0-99999, more than 10000 seeds",
    "--learner, oliva, 'there is no learner \"oliva\"; known are '",
    "--scenario, flood, 'known are steady, payload, payload-from-start, abca'",
    "--reference, sins, 'known are figure8, reach, noise, mixed'",
    "--jobs, 0, must be at least 1",
    "--error-delay, 400, --error-delay must be 0 to 150 ms",
    "--inertia-scale, 0, --inertia-scale must be above 0",
    "--seconds, NaN, --seconds must be 1 to 3600",
  })
  void whatCannotBeIsAUsageErrorThatHelps(String option, String value, String line) {
    assertEquals(ExitCode.USAGE, curves(option, value));
    assertTrue(spoken.said().contains(line), spoken.said());
  }

  @ParameterizedTest
  @CsvSource({
    "gaze2, --scenario, payload, plant gaze2 has no load",
    "gaze2, --reference, mixed, gaze2 follows none",
    "cart1, --reference, mixed, 'not for cart1, which has 1 joint(s); use sines or hold'",
  })
  void whatAPlantCannotDoIsAUsageError(String plant, String option, String value, String line) {
    assertEquals(ExitCode.USAGE, curves("--plant", plant, option, value));
    assertTrue(spoken.said().contains(line), spoken.said());
  }

  @Test
  void theHelpNamesEveryLearner() {
    CommandLine command = Olivo.commandLine().getSubcommands().get("bench");
    String help = command.getSubcommands().get("curves").getUsageMessage();
    for (Rule rule : Rule.values()) {
      assertTrue(help.contains(EnumName.of(rule)), help);
    }
  }
}

package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.fault.FaultKind;
import io.olivo.controller.fault.ScheduledFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultFileTest {
  private static final Path PAGE = Path.of("../docs/faults.md");
  private static final RobotSpec ARM = RobotFile.read(Path.of("src/main/robots/arm2.yaml"));

  @TempDir private Path folder;

  private List<ScheduledFault> read(String text) throws IOException {
    return FaultFile.read(Files.writeString(folder.resolve("f.yaml"), text), ARM);
  }

  private void is(String text, String problem) {
    RobotFileException wrong = assertThrows(RobotFileException.class, () -> read(text));
    assertEquals(problem, wrong.getMessage().replaceFirst("^.*f\\.yaml", "f.yaml"));
  }

  @Test
  void theExampleOfThePageIsRead() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
    List<ScheduledFault> faults = read(page.substring(begin, page.indexOf("```", begin)));
    assertEquals(11, faults.size(), "nine lines, two of them for both encoders");
    assertEquals(
        new ScheduledFault(FaultKind.SPIKE, "shoulder.angle", 20, 2, .5, .05), faults.getFirst());
  }

  @ParameterizedTest
  @EnumSource
  void thePageExplainsEveryKindAndItsAmount(FaultKind kind) throws IOException {
    String row =
        Files.readString(PAGE)
            .lines()
            .filter(line -> line.startsWith("| `" + Key.word(kind) + "` |"))
            .findFirst()
            .orElseThrow();
    assertTrue(row.contains("`" + kind.amount()), row);
    assertEquals(kind.isOccasional(), row.contains("`every`"), row);
  }

  @Test
  void itsProblemsNameFileLineAndKey() {
    is(
        "faults:\n  - { kind: nan, at: 1 }\n",
        "f.yaml:2: faults[0].at: \"1\" has no unit; this is a time, write \"1 s\"");
  }

  @Test
  void aFileOfAnotherKindIsShownWhatBelongsThere() {
    is("", "f.yaml:1: is empty; start from a copy of docs/faults.md");
    is(
        "fault: []\n",
        "f.yaml:1: unknown key 'fault' (did you mean 'faults'?); known keys are faults");
    is(
        "faults: nan\n",
        "f.yaml:1: faults: must be a list, not \"nan\"; write for example [{ kind: spike, at: 20"
            + " s, size: 0.5 rad, every: 50 ms }]");
  }
}

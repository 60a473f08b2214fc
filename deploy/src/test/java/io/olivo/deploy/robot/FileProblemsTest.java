package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProblemsTest {
  @TempDir Path folder;

  private static String problem(Path path) {
    return assertThrows(RobotFileException.class, () -> RobotFile.read(path)).getMessage();
  }

  @Test
  void aMissingFileIsAnsweredWithTheFilesThatAreThere() throws IOException {
    Path robots = Files.createDirectory(folder.resolve("robots"));
    Files.createFile(robots.resolve("arm2.yaml"));
    Files.createFile(robots.resolve("notes.txt"));
    Path beside = robots.resolve("arm.yaml");
    Path above = folder.resolve("arm2.yaml");
    assertEquals(
        beside + ": there is no such file; in robots/ there are arm2.yaml", problem(beside));
    assertEquals(above + ": there is no such file; in robots/ there are arm2.yaml", problem(above));
  }

  @Test
  void aFolderIsNoRobotFile() throws IOException {
    Path robots = Files.createDirectory(folder.resolve("robots"));
    Files.createFile(robots.resolve("arm2.yaml"));
    assertEquals(
        robots + ": is a folder; name a file in it; in robots/ there are arm2.yaml",
        problem(robots));
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Path huge = Files.writeString(folder.resolve("huge.yaml"), "# ".repeat(600_000));
    assertEquals(
        huge + ": is larger than 1 MB, so this is no robot file; start from robots/arm2.yaml",
        problem(huge));
  }

  @Test
  void bytesThatAreNoTextAreNamed() {
    assertEquals(
        List.of("r.yaml: is not text in UTF-8; save it as UTF-8"),
        RobotText.problems(new byte[] {'r', (byte) 0xff, (byte) 0xfe}));
  }

  @Test
  void anEmptyFileIsAnsweredWithWhereToStart() {
    new RobotText("# nothing\n").is("r.yaml:1: is empty; start from a copy of robots/arm2.yaml");
  }

  @Test
  void aListIsNoRobotFile() {
    new RobotText("- a\n")
        .is(
            "r.yaml:1: must be a block of robot, loop, devices, board, sensors, actuators, skill, failsafes,"
                + " link, snapshots, record, sim, not a list; write for example the keys of robots/arm2.yaml");
  }

  @Test
  void aTabIsNamedWithItsLine() {
    RobotText.SOUND
        .with("sensors:", "\tsensors:")
        .is(
            "r.yaml:3: is not YAML: found character '\\t(TAB)' that cannot start any token."
                + " (Do not use \\t(TAB) for indentation); check indentation (spaces, no tabs),"
                + " colons, quotes and brackets here and just above");
  }

  @Test
  void aMissingBracketIsNamedWithItsLine() {
    assertTrue(
        RobotText.SOUND
            .with("20 ms }", "20 ms")
            .problems()
            .get(0)
            .startsWith("r.yaml:3: is not YAML"));
  }

  @Test
  void aControlCharacterIsNamedWithItsLine() {
    RobotText.SOUND
        .with("500 Hz", "500\u0001Hz")
        .is("r.yaml:2: the character U+0001 is not allowed; remove it");
  }

  @Test
  void endlessNestingIsRefusedBeforeItCanHarm() {
    new RobotText("[".repeat(200_000))
        .is("r.yaml:1: is nested deeper than 20 levels; no key needs that, flatten it");
  }

  @Test
  void manyAliasesAreRefused() {
    String text = "a: &a [x]\nb: [" + "*a, ".repeat(100) + "]\n";
    assertTrue(new RobotText(text).problems().get(0).contains("aliases"));
  }

  @Test
  void aTagNeverMakesAnObject() {
    String remedy = ", which means nothing in a robot file; remove it";
    RobotText.SOUND
        .with("robot: arm1", "robot: !!java.net.URL arm1")
        .is("r.yaml:1: has the tag tag:yaml.org,2002:java.net.URL" + remedy);
    RobotText.SOUND.with("loop: {", "loop: !mine {").is("r.yaml:2: has the tag !mine" + remedy);
  }

  @Test
  void allProblemsAreToldAtOnceInTheOrderOfTheirLines() {
    RobotText.SOUND
        .with("4000 N*m/s", "4000")
        .with("arm1", "my arm")
        .with("granules: 512", "granules: -1")
        .is(
            "r.yaml:1: robot: \"my arm\" must be 1 to 64 of A-Z a-z 0-9 _ -, such as arm2",
            "r.yaml:9: actuators.elbow.torque.rate: \"4000\" has no unit; this is a torque,"
                + " write \"4000 N*m/s\"",
            "r.yaml:14: skill.learner.granules: \"-1\" must be a whole number from 0 to 65536");
  }
}

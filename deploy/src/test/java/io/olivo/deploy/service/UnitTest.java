package io.olivo.deploy.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.olivo.controller.realtime.RealtimeConfig;
import io.olivo.deploy.robot.RobotFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit, and each ready robot's drop-in, as systemd itself reads them. */
class UnitTest {
  private static final Path UNIT = Path.of("src/main/systemd/olivo.service");
  private static final int LARGEST_EXPOSURE = 30; // of 100; the command counts in tenths
  private static final int HIGHEST_PRIORITY = RealtimeConfig.HIGHEST + 1;

  private static final String NO_PAGES = "--man=no"; // the page comes with the package

  @TempDir private Path folder;
  private String text = "";

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(UNIT);
  }

  private record Said(int code, String text) {}

  private static Said systemd(String... arguments) throws Exception {
    Process process = start(arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), said);
  }

  private static Process start(String... arguments) {
    try {
      String[] command = new String[arguments.length + 1];
      command[0] = "systemd-analyze";
      System.arraycopy(arguments, 0, command, 1, arguments.length);
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "systemd-analyze is not installed: apt install systemd");
      throw new IllegalStateException(e);
    }
  }

  /** The unit with the drop-in of a robot, and commands that exist here. */
  private Path placed(String robot) throws IOException {
    Path unit = folder.resolve("olivo.service");
    Files.writeString(unit, text.replace("/usr/bin/olivo", "/bin/true"));
    Path dropIn = Files.createDirectories(folder.resolve("olivo.service.d")).resolve("robot.conf");
    Placed there = Placed.pushed(robot + ".yaml");
    String own =
        new DropIn(RobotFile.read(Path.of("src/main/robots", robot + ".yaml")), there).text();
    Files.writeString(dropIn, own.replace("/opt/olivo/current/bin/olivo", "/bin/true"));
    return unit;
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm2-board", "balancer", "pantilt", "so101"})
  void systemdFindsNothingWrong(String robot) throws Exception {
    Said said = systemd("verify", NO_PAGES, placed(robot).toString());
    String ours =
        String.join("\n", said.text().lines().filter(line -> line.contains("olivo")).toList());
    assertEquals("", ours);
    assertEquals(0, said.code(), said.text());
  }

  @Test
  void whatSystemdWouldComplainAboutIsSeen() throws Exception {
    text = text.replace("WatchdogSec=10", "WatchdogSec=often");
    assertTrue(
        systemd("verify", NO_PAGES, placed("arm2-board").toString())
            .text()
            .contains("olivo.service"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm2-board", "balancer", "so101"})
  void exposureIsBelowThree(String robot) throws Exception {
    Said said =
        systemd(
            "security",
            "--offline=true",
            "--threshold=" + LARGEST_EXPOSURE,
            "--no-pager",
            placed(robot).toString());
    assertTrue(said.text().contains("Overall exposure level"), said.text());
    assertEquals(
        0, said.code(), said.text().lines().filter(line -> line.contains("✗")).toList().toString());
  }

  private List<String> values(String key) {
    return text.lines()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .toList();
  }

  @Test
  void startingNeverArms() {
    assertFalse(values("ExecStart").getFirst().contains("--arm"));
  }

  @Test
  void prioritiesOfTheKernelAreOutOfReachAndTheJvmStaysNormal() {
    assertEquals(List.of(Integer.toString(HIGHEST_PRIORITY)), values("LimitRTPRIO"));
    assertEquals(List.of(), values("CPUSchedulingPolicy"));
    assertEquals(List.of("infinity"), values("LimitMEMLOCK"));
  }

  @Test
  void everythingGetsTheWordToEndBeforeItIsKilled() {
    assertEquals(List.of("control-group"), values("KillMode"));
    assertEquals(List.of("SIGTERM"), values("KillSignal"));
    assertEquals(List.of("143"), values("SuccessExitStatus"));
  }

  @Test
  void itIsStartedAgainSlowlyAndNotForEver() {
    Matcher limit = Pattern.compile("StartLimitBurst=(\\d+)").matcher(text);
    assertTrue(limit.find());
    assertEquals(List.of("always"), values("Restart"));
    assertEquals(List.of("2 3"), values("RestartPreventExitStatus"));
    int pause = Integer.parseInt(values("RestartSec").getFirst());
    int window = Integer.parseInt(values("StartLimitIntervalSec").getFirst());
    assertTrue(
        pause * Integer.parseInt(limit.group(1)) < window, "else the limit would never be reached");
  }
}

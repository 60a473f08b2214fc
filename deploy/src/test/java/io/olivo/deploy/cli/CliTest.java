package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CliTest {
  private static final Path ARM = Path.of("src/main/robots/arm2.yaml");

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();

  private int olivo(String... arguments) {
    CommandLine line = Olivo.commandLine();
    line.setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "'[-30 N*m, 30 N*m]', '[-30, 30]', 'actuators.shoulder.torque.range: \"-30\" has no unit'",
    "stale_after: 20 ms, stale_after: 20 N, 'loop.stale_after: \"20 N\" is in N, but this is a time'",
    "'feedback:', 'feedbak:', 'unknown key ''feedbak'' (did you mean ''feedback''?)'",
    "rate: 20000 N*m/s, learned: 3 N*m, every actuator needs an envelope",
    "learned: 30 N*m, learned: NaN N*m, is not a finite number",
    "rate: 500 Hz, rate: 5 MHz, 'loop.rate: \"5 MHz\"'",
    "plant: arm2, plant: arm3, 'sim.plant: there is no plant \"arm3\"; known are'",
  })
  void aWrongRobotFileEndsWithThreeAndALineThatHelps(String right, String wrong, String line)
      throws IOException {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        Files.readString(ARM).replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)));
    assertEquals(ExitCode.ROBOT_FILE, olivo("run", file.toString(), "--for", "1s", "-q"));
    assertTrue(said.toString().contains(line), said.toString());
    assertTrue(said.toString().matches("(?s).*wrong\\.yaml:\\d+: .*"), said.toString());
  }

  @Test
  void aWrongFormulaIsReportedWithItsLine() throws IOException {
    Path file = folder.resolve("cart.yaml");
    String cart = Files.readString(Path.of("src/main/robots/cart1.yaml"));
    Files.writeString(file, cart.replace("2 * sin(pole.angle)", "2 * sin(pole.angel)"));
    assertEquals(ExitCode.ROBOT_FILE, olivo("run", file.toString(), "--for", "1s", "-q"));
    assertTrue(said.toString().contains("unknown name pole.angel"), said.toString());
  }

  @Test
  void aBrokerThatIsNotThereEndsWithFiveAndWhatToDo() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    String uri = "tcp://127.0.0.1:" + nobody;
    assertEquals(
        ExitCode.NO_LINK,
        olivo("run", ARM.toString(), "--io", "mirror", "--broker", uri, "--for", "1s", "-q"));
    assertTrue(said.toString().contains("mosquitto -p " + nobody), said.toString());
  }

  @Test
  void aMistypedPathIsNotAnsweredWithAReadyRobot() {
    assertEquals(ExitCode.ROBOT_FILE, olivo("doctor", "nowhere/arm2.yaml"));
    assertTrue(said.toString().contains("nowhere/arm2.yaml"), said.toString());
  }

  @Test
  void aRunThatCouldNotSaveIsNotArmed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(
        ExitCode.STOPPED_BY_SAFETY,
        olivo("run", ARM.toString(), "--pace", "wall", "--for", "1s", "--folder", file.toString()));
    assertEquals(
        ExitCode.OK,
        olivo("run", ARM.toString(), "--for", "1s", "-q", "--folder", file.toString()),
        "a fast simulation saves nothing");
  }

  @Test
  void aSkillWithoutAnEffortToCompareByTriesNoCandidate() {
    String pendulum = Path.of("src/main/robots/pendulum.yaml").toString();
    assertEquals(ExitCode.USAGE, olivo("run", pendulum, "--candidate", "any.state", "-q"));
    assertTrue(said.toString().contains("--candidate"), said.toString());
    assertTrue(said.toString().contains("use --load"), said.toString());
  }

  @Test
  void changesOfThePlantBelongToTheSimulator() {
    assertEquals(
        ExitCode.USAGE,
        olivo("run", ARM.toString(), "--io", "mirror", "--set", "payload=0.7@4s", "-q"));
    assertTrue(said.toString().contains("give it to olivo sim"), said.toString());
  }

  @Test
  void aTimeWithoutItsUnitIsAUsageError() {
    assertEquals(ExitCode.USAGE, olivo("run", ARM.toString(), "--for", "60"));
    assertTrue(said.toString().contains("\"60\" has no unit"), said.toString());
  }

  @Test
  void aDemoTooShortToShowAnythingIsAUsageError() {
    assertEquals(ExitCode.USAGE, olivo("demo", "--seconds", "10"));
    assertTrue(said.toString().contains("--seconds must be 60 to 3600"), said.toString());
  }

  @Test
  void whatWasLearnedComesBackAndAForeignStateIsRefused() {
    Path state = folder.resolve("arm.state");
    String[] learn = {"run", ARM.toString(), "--for", "6s", "-q", "--seed", "4"};
    assertEquals(ExitCode.OK, olivo(with(learn, "--save", state.toString())));
    assertEquals(ExitCode.OK, olivo(with(learn, "--load", state.toString(), "--freeze")));
    assertEquals(
        ExitCode.ROBOT_FILE,
        olivo(
            "run", "src/main/robots/cart1.yaml", "--for", "1s", "-q", "--load", state.toString()));
    assertTrue(said.toString().contains("saved for another robot file"), said.toString());
  }

  @Test
  void aCandidateIsTriedInTheShadowAndOneOfAnotherRobotRefused() {
    Path state = folder.resolve("arm.state");
    String[] learn = {"run", ARM.toString(), "--for", "6s", "-q", "--seed", "4"};
    assertEquals(ExitCode.OK, olivo(with(learn, "--save", state.toString())));
    String[] tried = {"run", ARM.toString(), "--for", "20s", "--freeze", "--seed", "4"};
    assertEquals(ExitCode.OK, olivo(with(tried, "--candidate", state.toString())));
    assertEquals(
        ExitCode.ROBOT_FILE,
        olivo("run", "src/main/robots/cart1.yaml", "-q", "--candidate", state.toString()));
  }

  private static String[] with(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private String faults(String text) throws IOException {
    return Files.writeString(folder.resolve("faults.yaml"), "faults: [ { " + text + " } ]\n")
        .toString();
  }

  @Test
  void aWrongFaultsFileEndsWithThreeAndALineThatHelps() throws IOException {
    String file = faults("kind: dropuot, at: 1 s");
    assertEquals(ExitCode.ROBOT_FILE, olivo("run", ARM.toString(), "--faults", file, "-q"));
    assertTrue(said.toString().contains("faults.yaml:1: faults[0].kind:"), said.toString());
    assertTrue(said.toString().contains("did you mean 'dropout'?"), said.toString());
  }

  @Test
  void aFaultsFileThatIsNotThereIsNamed() {
    assertEquals(
        ExitCode.ROBOT_FILE, olivo("run", ARM.toString(), "--faults", "nowhere.yaml", "-q"));
    assertTrue(said.toString().contains("nowhere.yaml: there is no such file"), said.toString());
  }

  @Test
  void aRunWithADeadSensorIsStoppedBySafety() throws IOException {
    String file = faults("kind: dropout, at: 1 s");
    assertEquals(
        ExitCode.STOPPED_BY_SAFETY,
        olivo("run", ARM.toString(), "--faults", file, "--for", "2s", "-q"));
  }

  @Test
  void aRunWithASensorThatIsDeadForAMomentEndsInItsTime() throws IOException {
    String file = faults("kind: dropout, at: 1 s, for: 300 ms");
    assertEquals(ExitCode.OK, olivo("run", ARM.toString(), "--faults", file, "--for", "2s", "-q"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "run", "sim", "bench", "doctor", "snapshot"})
  void everyVerbExplainsItself(String verb) {
    assertEquals(ExitCode.OK, olivo(verb, "--help"));
  }
}

package io.olivo.deploy.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.broker.EmbeddedBroker;
import io.olivo.deploy.session.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a board can do that has no simulator and no broker. */
@Execution(ExecutionMode.CONCURRENT)
class BoardInstallationTest {
  private static final int OK = 0;
  private static final int USAGE = 2;
  private static final int ROBOT_STAYS = 4;
  private static final int NO_LINK = 5;
  private static final String ARM =
      Path.of("src/main/robots/arm2.yaml").toAbsolutePath().toString();

  @TempDir private Path folder;

  private static OlivoRun olivo(int exitCode, String... arguments)
      throws IOException, InterruptedException {
    OlivoRun done = OlivoRun.onBoard(arguments);
    assertEquals(exitCode, done.exitCode(), done::said);
    assertFalse(done.said().contains("NoClassDefFound"), done::said);
    assertFalse(done.said().contains("SLF4J"), done::said);
    return done;
  }

  @Test
  void helpListsWhatABoardCanDoAndNothingElse() throws Exception {
    String help = olivo(OK, "--help").said();
    List.of("run", "replay", "tell", "watch", "learn", "snapshot", "bench", "doctor", "calibrate")
        .forEach(verb -> assertTrue(lists(help, verb), verb + " is missing in " + help));
    List.of("demo", "sim", "train").forEach(verb -> assertFalse(lists(help, verb), help));
  }

  private static boolean lists(String help, String verb) {
    return Pattern.compile("(?m)^  " + verb + " ").matcher(help).find();
  }

  @ParameterizedTest
  @CsvSource({
    "demo --fast --help, demo",
    "bench curves --seeds 3, bench curves",
    "run arm2 --for 1s, run --io sim"
  })
  void whatNeedsTheSimulatorSaysSoInOneLine(String typed, String named) throws Exception {
    String said = olivo(USAGE, typed.split(" ")).said();
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.startsWith("olivo " + named + ": this is a board's installation"), said);
    assertTrue(said.contains("on a desktop"), said);
  }

  @Test
  void aMirroredRunNeedsABrokerThatIsGiven() throws Exception {
    String here = folder.toString();
    String said = olivo(USAGE, "run", "arm2", "--io", "mirror", "--folder", here, "-q").said();
    assertTrue(said.contains("without a broker of its own"), said);
  }

  @Test
  void aRecordingOfASimulatedArmIsReplayedBitForBit() throws Exception {
    Path recording = folder.resolve("arm2.mcap");
    OlivoRun.onDesktop("run", "arm2", "--for", "5s", "--record", recording.toString(), "-q");
    String said = olivo(OK, "replay", recording.toString(), "--json", "--quiet").said();
    assertTrue(said.contains("\"identical\" : true"), said);
  }

  @Test
  void aRobotIsControlledAgainstASimulatorElsewhereAndSeen() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        SimulatorProcess simulator =
            SimulatorProcess.start(List.of(ARM, "--broker", broker.uri().toString(), "-q"))) {
      String at = broker.uri().toString();
      String typed = "run arm2 --io mirror --for 1s --json -q --broker %s --folder %s";
      String run = olivo(OK, typed.formatted(at, folder).split(" ")).said();
      assertTrue(run.contains("\"ticks\" : 500"), run);
      assertTrue(simulator.runs());
      String watch = olivo(OK, "watch", "--broker", at, "--for", "1s", "--json").said();
      assertTrue(watch.contains("arm2"), watch);
    }
  }

  /** The ready robot on buses that no computer has. */
  private String farAway() throws IOException {
    String arm = Files.readString(Path.of("src/main/robots/arm2-board.yaml"));
    Path file = folder.resolve("far.yaml");
    Files.writeString(file, arm.replaceAll("i2c-(\\d)", "i2c-9$1"));
    return file.toString();
  }

  @Test
  void theDoctorOfABoardAsksItsDevices() throws Exception {
    String said = olivo(ROBOT_STAYS, "doctor", farAway()).said();
    assertTrue(said.contains("fail devices /dev/i2c-9"), said);
  }

  @Test
  void aRunOnABoardWithoutItsDevicesSaysWhichBusIsMissing() throws Exception {
    String[] run = {"run", farAway(), "--io", "board", "--orders", "--folder", folder.toString()};
    String said = olivo(NO_LINK, run).said();
    assertTrue(said.contains("/dev/i2c-9"), said);
  }

  @Test
  void whatWasLearnedIsListed() throws Exception {
    String said = olivo(OK, "snapshot", "list", "arm2", "--folder", folder.toString()).said();
    assertTrue(said.contains("there is none"), said);
  }
}

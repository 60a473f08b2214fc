package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.Listing;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.StateFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a person does with generations of what was learned. */
class SnapshotCommandTest {
  private static final Path ARM = Path.of("src/main/robots/arm2.yaml");

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();
  private Path learned = Path.of("");

  /** A state of two seconds, in a file. */
  @BeforeEach
  void learn() {
    learned = folder.resolve("learned.state");
    assertEquals(ExitCode.OK, olivo("run", ARM.toString(), "--for=2s", "-q", "--save=" + learned));
  }

  private int olivo(String... arguments) {
    CommandLine line = Olivo.commandLine();
    line.setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }

  private int snapshot(String verb, Path robot, String... more) {
    List<String> all = new ArrayList<>(List.of("snapshot", verb, robot.toString()));
    all.addAll(List.of(more));
    all.addAll(List.of("--folder=" + folder.resolve("kept"), "-q"));
    return olivo(all.toArray(new String[0]));
  }

  private void load(Path file) {
    assertEquals(ExitCode.OK, snapshot("load", ARM, file.toString()), said::toString);
  }

  private Listing kept() throws IOException {
    return store(RobotFile.read(ARM)).list();
  }

  private SnapshotStore store(RobotSpec robot) {
    return StateFolder.of(folder.resolve("kept"), robot);
  }

  private static Path changed(Path to, String from, String into) throws IOException {
    String arm = Files.readString(ARM);
    assertTrue(arm.contains(from), from);
    return Files.writeString(to, arm.replace(from, into));
  }

  @Test
  void aRunByTheWallClockKeepsWhatItLearnedAndTheNextOneGoesOnFromIt() throws IOException {
    String kept = "--folder=" + folder.resolve("kept");
    String[] wall = {"run", ARM.toString(), "--pace=wall", "--for=1s", "-q", kept};
    assertEquals(ExitCode.OK, olivo(wall));
    assertEquals(
        ExitCode.OK,
        olivo("run", ARM.toString(), "--pace=wall", "--for=1s", "-q", kept, "--load=newest"));
    List<Generation> all = kept().whole();
    assertEquals(2, all.size());
    assertEquals(all.get(1).digest(), all.get(0).parent());
    assertEquals("end of run", all.get(0).state().facts().get("reason"));
    assertTrue(
        Double.parseDouble(all.get(0).state().facts().get("robot_seconds")) > 0, "its robot time");
    assertEquals("arm2", all.get(0).state().facts().get("robot"));
    assertEquals("N*m", all.get(0).state().unit("weights.products.0"));
  }

  @Test
  void aFastSimulationKeepsNothing() throws IOException {
    assertEquals(List.of(), kept().whole());
  }

  @Test
  void whatIsExportedIsTheGenerationAndImportedItIsTheNewest() throws IOException {
    load(learned);
    Path exported = folder.resolve("exported.state");
    assertEquals(ExitCode.OK, snapshot("save", ARM, exported.toString()));
    Generation first = kept().whole().getFirst();
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("kept/arm2").resolve(first.file())),
        Files.readAllBytes(exported));
    load(exported);
    Generation second = kept().whole().getFirst();
    assertEquals(2, second.number());
    assertEquals(first.digest(), second.parent());
    assertEquals("operator", second.state().facts().get("reason"));
    assertTrue(second.state().names().stream().noneMatch(name -> name.startsWith("plant.")));
  }

  @Test
  void aStateOfAnotherRobotIsRefusedNamingBoth() throws IOException {
    Path twin = changed(folder.resolve("twin.yaml"), "robot: arm2", "robot: arm3");
    assertEquals(ExitCode.ROBOT_FILE, snapshot("load", twin, learned.toString()));
    assertTrue(said.toString().contains("\"arm2\""), said.toString());
    assertTrue(said.toString().contains("\"arm3\""), said.toString());
  }

  @Test
  void aStateFromBeforeTheFileChangedIsRefusedNamingThePartAndTakenWhenAdopted()
      throws IOException {
    Path slow = changed(folder.resolve("slow.yaml"), "rate: 500 Hz", "rate: 400 Hz");
    assertEquals(ExitCode.ROBOT_FILE, snapshot("load", slow, learned.toString()));
    assertTrue(said.toString().contains("with other rate; give --adopt"), said.toString());
    assertEquals(ExitCode.OK, snapshot("load", slow, learned.toString(), "--adopt"));
  }

  @Test
  void whatAStateDoesNotDependOnMayChange() throws IOException {
    Path stiff = changed(folder.resolve("stiff.yaml"), "kp: [60, 30]", "kp: [50, 30]");
    assertEquals(ExitCode.OK, snapshot("load", stiff, learned.toString()), said::toString);
  }

  @Test
  void verifyFindsTheDamagedOneAndARunBeginsWithTheOneBefore() throws IOException {
    load(learned);
    load(learned);
    assertEquals(ExitCode.OK, snapshot("verify", ARM));
    Path newest = folder.resolve("kept/arm2").resolve(kept().whole().getFirst().file());
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(newest, bytes);
    assertEquals(ExitCode.ROBOT_FILE, snapshot("verify", ARM));
    assertEquals(
        ExitCode.OK,
        olivo(
            "run",
            ARM.toString(),
            "--for=1s",
            "-q",
            "--load=newest",
            "--folder=" + folder.resolve("kept")));
  }

  @Test
  void twoAreComparedAndAMissingOneIsNamed() {
    load(learned);
    load(learned);
    assertEquals(ExitCode.OK, snapshot("diff", ARM, "1", "newest"));
    assertEquals(ExitCode.OK, snapshot("diff", ARM, learned.toString(), "newest", "--json"));
    assertEquals(ExitCode.ROBOT_FILE, snapshot("diff", ARM, "7", "newest"));
    assertTrue(said.toString().contains("no whole snapshot 7 of arm2"), said.toString());
    assertEquals(ExitCode.OK, snapshot("list", ARM, "--json"));
  }

  @Test
  void withoutAnyTheRefusalNamesTheFolder() {
    assertEquals(
        ExitCode.ROBOT_FILE,
        olivo("run", ARM.toString(), "--load=newest", "-q", "--folder=" + folder.resolve("none")));
    assertTrue(said.toString().contains("no whole snapshot of arm2"), said.toString());
  }
}

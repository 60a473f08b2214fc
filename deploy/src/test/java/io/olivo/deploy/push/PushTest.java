package io.olivo.deploy.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every step of a push against a board that is a folder, with the real scripts. */
class PushTest {
  private static final PushOptions USUAL = new PushOptions(20, 2, 3, false, true, false);

  @TempDir private Path folder;
  private FolderBoard board;
  private Path robotFile;
  private Heard heard = new Heard();

  /** The path of the board has a space in it: nothing may depend on that. */
  @BeforeEach
  void build() throws IOException {
    board = new FolderBoard(Files.createDirectories(folder.resolve("a board")));
    robotFile = Files.createDirectories(folder.resolve("my robots")).resolve("my arm.yaml");
    Files.copy(Path.of("src/main/robots/arm2-board.yaml"), robotFile);
  }

  private RobotSpec robot() {
    return RobotFile.read(robotFile);
  }

  private Path release(SmallRelease release) throws IOException {
    return release.in(Files.createTempDirectory(folder, "release"));
  }

  private PushResult push(SmallRelease release, PushOptions options) throws Exception {
    heard = new Heard();
    return Push.over(board, options, heard).push(robot(), release(release), "me@desk");
  }

  private PushResult push(SmallRelease release) throws Exception {
    return push(release, USUAL);
  }

  private PushException refused(SmallRelease release) {
    return assertThrows(PushException.class, () -> push(release));
  }

  private static SmallRelease second() throws IOException {
    return new SmallRelease().with("lib/olivo.jar", "version 2\n");
  }

  private void requireRuns(String release) throws IOException {
    assertEquals(release, board.said("runs"));
    assertEquals(release, board.linked("current"));
  }

  @Test
  void firstPushInstallsStartsAndSaysEveryStep() throws Exception {
    PushResult result = push(new SmallRelease());
    assertEquals("pushed", result.outcome());
    assertEquals("disarmed", result.state());
    requireRuns(result.release());
    assertEquals(
        List.of("checked", "looked", "sent", "installed", "prepared", "examined", "switched"),
        heard.steps);
    assertEquals(heard.all, heard.sent);
    assertTrue(heard.all > 100_000, heard.all + " bytes");
    assertTrue(Files.exists(board.path("/var/lib/olivo")));
    assertTrue(Files.exists(board.path("/fake/enabled")), "it starts with the board");
  }

  @Test
  void releaseIsMadeOnceTheProcessorIsKnown() throws Exception {
    Path made = release(new SmallRelease());
    List<String> asked = new ArrayList<>();
    Push.over(board, USUAL, heard)
        .push(
            robot(),
            processor -> {
              asked.add(processor);
              return made;
            },
            "me@desk");
    assertEquals(1, asked.size());
    assertTrue(List.of("arm64", "amd64").contains(asked.getFirst()), asked.getFirst());
    assertEquals(List.of("looked", "checked", "sent"), heard.steps.subList(0, 3));
  }

  @Test
  void unitDropInAndRulesAreWhereTheyBelongAndSystemdHasReadThem() throws Exception {
    push(new SmallRelease());
    String unit = SmallRelease.text(Path.of("src/main/systemd/olivo.service"));
    assertEquals(unit, SmallRelease.text(board.path("/etc/systemd/system/olivo.service")));
    String dropIn = SmallRelease.text(board.path("/etc/systemd/system/olivo.service.d/robot.conf"));
    assertTrue(dropIn.contains("\"/opt/olivo/current/robot/my arm.yaml\""), dropIn);
    assertEquals((unit + dropIn).strip(), board.said("loaded"));
    assertTrue(
        SmallRelease.text(board.path("/etc/udev/rules.d/60-olivo.rules")).contains("i2c-dev"));
    assertEquals(List.of("i2c", "olivo"), board.said("groups").lines().sorted().toList());
  }

  @Test
  void samePushAgainChangesNothingAndSaysSo() throws Exception {
    String first = push(new SmallRelease()).release();
    List<String> before = SmallRelease.filesIn(folder.resolve("a board"));
    String log = board.said("log");
    PushResult again = push(new SmallRelease());
    assertEquals("unchanged", again.outcome());
    assertEquals(first, again.release());
    assertEquals(before, SmallRelease.filesIn(folder.resolve("a board")));
    assertFalse(board.said("log").substring(log.length()).contains("stop"));
  }

  @Test
  void whatTheBoardHasAlreadyIsLinkedAndNotSent() throws Exception {
    String first = push(new SmallRelease()).release();
    PushResult result = push(second());
    assertEquals(1, result.sentFiles());
    assertEquals(10, result.sentBytes());
    Path modules = Path.of("runtime/lib/modules");
    Path old = board.path("/opt/olivo/releases/" + first).resolve(modules);
    Path now = board.path("/opt/olivo/current").resolve(modules);
    assertEquals(
        Files.getAttribute(old, "unix:ino"), Files.getAttribute(now.toRealPath(), "unix:ino"));
    assertEquals(first, result.previous());
    assertEquals(first, board.linked("previous"));
  }

  @Test
  void fileThatIsDamagedOnTheBoardIsNoticedAndSentAgain() throws Exception {
    String first = push(new SmallRelease()).release();
    Path modules = board.path("/opt/olivo/releases/%s/runtime/lib/modules".formatted(first));
    Files.writeString(modules, "x", StandardOpenOption.WRITE);
    PushResult result = push(second());
    assertTrue(heard.notes.toString().contains("damaged"), heard.notes.toString());
    Path now = board.path("/opt/olivo/releases/%s/runtime/lib/modules".formatted(result.release()));
    assertEquals('j', SmallRelease.text(now).charAt(0));
  }

  @Test
  void anotherRobotFileIsAnotherReleaseOfTheSameFiles() throws Exception {
    String first = push(new SmallRelease()).release();
    Files.writeString(robotFile, SmallRelease.text(robotFile) + "# changed\n");
    PushResult result = push(new SmallRelease());
    assertEquals(0, result.sentFiles());
    assertFalse(first.equals(result.release()));
    assertTrue(
        SmallRelease.text(board.path("/opt/olivo/current/robot/my arm.yaml"))
            .contains("# changed"));
  }

  @Test
  void undoGoesBackAndAgainForth() throws Exception {
    String first = push(new SmallRelease()).release();
    String second = push(second()).release();
    PushResult undone = Push.over(board, USUAL, heard).undo("me@desk");
    assertEquals("undone", undone.outcome());
    requireRuns(first);
    assertEquals(second, board.linked("previous"));
    Push.over(board, USUAL, heard).undo("me@desk");
    requireRuns(second);
  }

  @Test
  void withoutAVersionBeforeThereIsNothingToUndo() throws Exception {
    push(new SmallRelease());
    Push push = Push.over(board, USUAL, heard);
    assertThrows(PushException.class, () -> push.undo("me@desk"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dies", "silent", "fickle"})
  void whatIsNotHealthyGoesBackByItselfAndLastWordsAreShown(String behaviour) throws Exception {
    String first = push(new SmallRelease()).release();
    String before = board.said("loaded");
    SmallRelease ill = second().behaving(behaviour).with("systemd/olivo.service", "[Service]\n");
    PushException failed = refused(ill);
    requireRuns(first);
    assertEquals(before, board.said("loaded"));
    assertTrue(failed.getMessage().contains("the version before runs again"), failed.getMessage());
    assertEquals(List.of("i2c-1 is not there"), failed.details());
  }

  @Test
  void serviceThatIsSlowToBeReadyIsWaitedFor() throws Exception {
    assertEquals("pushed", push(new SmallRelease().behaving("late")).outcome());
  }

  @Test
  void firstVersionThatIsNotHealthyLeavesNothingThatRunsOrWouldAtTheNextStart() throws Exception {
    PushException failed = refused(new SmallRelease().behaving("dies"));
    assertTrue(failed.getMessage().contains("nothing runs now"), failed.getMessage());
    assertEquals("", board.linked("current"));
    assertFalse(Files.exists(board.path("/fake/enabled")));
    assertFalse(Files.exists(board.path("/etc/systemd/system/olivo.service")));
    assertEquals("pushed", push(new SmallRelease()).outcome());
  }

  @Test
  void doctorThatSaysNoStopsBeforeTheSwitch() throws Exception {
    String first = push(new SmallRelease()).release();
    String log = board.said("log");
    PushException failed = refused(second().with("lib/doctor", "fail disk full\n"));
    requireRuns(first);
    assertEquals(List.of("fail disk full"), failed.details());
    assertFalse(board.said("log").substring(log.length()).contains("systemctl stop"));
  }

  @Test
  void devicesThatTheOldVersionHadAreExaminedInBetween() throws Exception {
    String first = push(new SmallRelease()).release();
    PushException failed = refused(second().with("lib/doctor-of-devices", "fail i2c silent\n"));
    assertEquals(List.of("fail i2c silent"), failed.details());
    assertTrue(failed.getMessage().contains("the version before runs again"), failed.getMessage());
    requireRuns(first);
  }

  @Test
  void withoutAnOldVersionTheDoctorAsksTheDevicesAtOnce() throws Exception {
    PushException failed =
        refused(new SmallRelease().with("lib/doctor-of-devices", "fail i2c silent\n"));
    assertTrue(failed.getMessage().contains("nothing runs, as before"), failed.getMessage());
    assertEquals("", board.said("runs"));
  }

  @Test
  void doctorAndServiceAreTheUserAndTheGroupsOfTheRobot() throws Exception {
    push(new SmallRelease());
    assertTrue(
        board.said("log").contains("setpriv --reuid=olivo --regid=olivo --groups=olivo,i2c -- "),
        board.said("log"));
  }

  @Test
  void armedRobotIsLeftAloneUnlessItMayBeStopped() throws Exception {
    String first = push(new SmallRelease().behaving("armed")).release();
    PushException failed = refused(second());
    assertTrue(failed.getMessage().contains("--stop-armed"), failed.getMessage());
    requireRuns(first);
    PushResult result = push(second(), new PushOptions(20, 2, 3, true, true, false));
    requireRuns(result.release());
  }

  @Test
  void robotThatIsArmedDuringTheUploadIsLeftAlone() throws Exception {
    String first = push(new SmallRelease()).release();
    String arming = "#!/bin/sh\necho running >\"$OLIVO_ROOT/fake/status\"\n";
    PushException failed = refused(second().with("bin/olivo-cache", arming));
    assertTrue(failed.getMessage().contains("--stop-armed"), failed.getMessage());
    requireRuns(first);
  }

  @Test
  void cacheThatCantBeMadeIsAWarning() throws Exception {
    assertEquals("pushed", push(new SmallRelease().with("lib/cache", "no space\n")).outcome());
    assertTrue(heard.notes.toString().contains("no space"), heard.notes.toString());
  }

  @Test
  void dryRunSaysWhatItWouldDoAndChangesNothing() throws Exception {
    push(new SmallRelease());
    List<String> before = SmallRelease.filesIn(folder.resolve("a board/opt"));
    PushResult result = push(second(), new PushOptions(20, 2, 3, false, true, true));
    assertEquals("planned", result.outcome());
    assertEquals(1, result.sentFiles());
    assertEquals(before, SmallRelease.filesIn(folder.resolve("a board/opt")));
  }

  @ParameterizedTest
  @CsvSource({
    "machine, armv7l, 64 bits",
    "machine, aarch64, this release is for amd64",
    "bits, 32, 64-bit",
    "libc, other, glibc",
    "system, FreeBSD, Linux",
    "free, 1000, are needed",
  })
  void boardThatWontDoIsToldWhyAndNothingIsChanged(String fact, String value, String word)
      throws Exception {
    board.say(fact, value);
    PushException failed = refused(new SmallRelease());
    assertTrue(failed.getMessage().contains(word), failed.getMessage());
    assertFalse(Files.exists(board.path("/opt/olivo")));
  }

  @Test
  void whoMayNotBecomeRootIsToldHow() throws Exception {
    board.say("uid", "1000").say("no-sudo", "");
    PushException failed = refused(new SmallRelease());
    assertTrue(failed.getMessage().contains("NOPASSWD"), failed.getMessage());
  }

  @Test
  void anotherUserBecomesRootBySudo() throws Exception {
    board.say("uid", "1000");
    assertEquals("pushed", push(new SmallRelease()).outcome());
  }

  @Test
  void twoPushesAtOnceDoNotMeet() throws Exception {
    push(new SmallRelease());
    try (Board.Hold _ = Board.open(board).hold("you@laptop")) {
      PushException failed = refused(second());
      assertTrue(failed.getMessage().contains("you@laptop"), failed.getMessage());
    }
    assertEquals("pushed", push(second()).outcome());
  }

  @Test
  void oldReleasesGoButForAFew() throws Exception {
    String first = push(new SmallRelease()).release();
    PushOptions one = new PushOptions(20, 2, 1, false, false, false);
    for (int i = 2; i <= 5; i++) {
      push(new SmallRelease().with("lib/olivo.jar", "version " + i), one);
    }
    assertEquals(3, board.releases().size(), "the one that runs, the one before, and one more");
    assertFalse(board.releases().contains(first));
    assertTrue(board.releases().contains(board.linked("current")));
    assertTrue(board.releases().contains(board.linked("previous")));
  }

  @Test
  void stateOfTheRobotIsNeverTouched() throws Exception {
    Path state = Files.createDirectories(board.path("/var/lib/olivo/arm2-board"));
    Files.writeString(state.resolve("1.state"), "learned");
    push(new SmallRelease());
    push(second());
    Push.over(board, USUAL, heard).undo("me@desk");
    assertEquals(List.of("arm2-board/1.state"), SmallRelease.filesIn(board.path("/var/lib/olivo")));
  }

  @Test
  void robotInSimulationOnlyHasNothingToDriveOnABoard() throws IOException {
    Files.copy(
        Path.of("src/main/robots/arm2.yaml"), robotFile, StandardCopyOption.REPLACE_EXISTING);
    assertThrows(IllegalArgumentException.class, () -> push(new SmallRelease()));
  }

  @Test
  void serviceThatWasStoppedIsStartedByTheSamePushAgain() throws Exception {
    String first = push(new SmallRelease()).release();
    board.say("active", "inactive");
    assertEquals("pushed", push(new SmallRelease()).outcome());
    requireRuns(first);
  }
}

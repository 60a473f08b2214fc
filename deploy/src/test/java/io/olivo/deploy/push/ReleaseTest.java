package io.olivo.deploy.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may go to a board, and what may not. */
class ReleaseTest {
  @TempDir private Path folder;
  private Path robotFile;

  @BeforeEach
  void build() throws IOException {
    new SmallRelease().in(folder);
    robotFile = Files.createDirectories(folder.resolve("robots")).resolve("arm.yaml");
    Files.copy(Path.of("src/main/robots/arm2-board.yaml"), robotFile);
  }

  private String refusal() {
    return assertThrows(IllegalArgumentException.class, () -> Release.open(folder)).getMessage();
  }

  private RobotFiles robotFiles() {
    return RobotFiles.of(RobotFile.read(robotFile));
  }

  private void change(String what, String into) throws IOException {
    String text = Files.readString(robotFile);
    assertTrue(text.contains(what), what);
    Files.writeString(robotFile, text.replace(what, into));
  }

  private static List<String> paths(RobotFiles files) {
    return files.files().stream().map(PushedFile::path).toList();
  }

  @Test
  void wholeReleaseIsOpened() {
    Release release = Release.open(folder);
    assertEquals("amd64", release.arch());
    assertEquals(12, release.id().length());
    assertEquals(
        PushedFile.PROGRAM,
        release.files().stream()
            .filter(file -> file.path().equals("bin/olivo"))
            .findFirst()
            .orElseThrow()
            .mode());
  }

  @Test
  void oneThatWasChangedIsRefusedByTheNameOfTheFile() throws IOException {
    Files.writeString(folder.resolve("LICENSE"), "mine");
    assertTrue(refusal().contains("LICENSE"), refusal());
  }

  @Test
  void oneThatLacksAFileIsRefused() throws IOException {
    Files.delete(folder.resolve("lib/olivo.jar"));
    assertTrue(refusal().contains("lib/olivo.jar"), refusal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "/etc/passwd",
        "lib/../../x",
        "lib/a b",
        "lib/$(id)",
        "-rf",
        ""
      })
  void pathThatLeavesTheFolderOrMeansSomethingIsRefused(String path) throws IOException {
    String line = "0".repeat(64) + "  " + path + "\n";
    Files.writeString(folder.resolve("SHA256SUMS"), line, StandardOpenOption.APPEND);
    assertTrue(refusal().contains(path.equals("-rf") ? "-rf" : "strange line"), refusal());
  }

  @Test
  void folderThatIsNoReleaseIsRefusedWithTheRemedy() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Release.open(folder.resolve("robots")))
            .getMessage();
    assertTrue(message.contains("olivo pack"), message);
  }

  @Test
  void calibrationAndPathGoAlongWithTheRobotFile() throws IOException {
    change("reference: figure8", "reference: { file: paths/my.csv }");
    Files.createDirectories(folder.resolve("robots/paths"));
    Files.writeString(
        folder.resolve("robots/paths/my.csv"), "t,shoulder,elbow\n0,0,0\n1,0.1,0.1\n2,0,0\n");
    assertEquals(
        List.of(
            "robot/arm.yaml", "robot/paths/my.csv", "systemd/robot.conf", "systemd/60-olivo.rules"),
        paths(robotFiles()));
  }

  @Test
  void secretsAreForTheServiceAlone() throws IOException {
    change("telemetry: 20 Hz }", "telemetry: 20 Hz, user: arm, password_file: arm.password }");
    Files.writeString(folder.resolve("robots/arm.password"), "secret");
    PushedFile secret =
        robotFiles().files().stream()
            .filter(file -> file.path().equals("robot/arm.password"))
            .findFirst()
            .orElseThrow();
    assertEquals(PushedFile.SECRET, secret.mode());
  }

  @Test
  void whatWouldNotBeFoundOnTheBoardIsRefusedAndWhatIsThereStaysThere() throws IOException {
    change("telemetry: 20 Hz }", "telemetry: 20 Hz, user: arm, password_file: ../arm.password }");
    String message = assertThrows(IllegalArgumentException.class, this::robotFiles).getMessage();
    assertTrue(message.contains("link.password_file"), message);
    change("../arm.password", "/etc/olivo/arm.password");
    assertEquals(3, robotFiles().files().size());
  }

  @Test
  void digestChangesWithEveryFile() throws IOException {
    String before = robotFiles().digest();
    assertEquals(before, robotFiles().digest());
    change("robot: arm2-board", "robot: arm2-board # mine");
    assertEquals(8, before.length());
    assertTrue(!before.equals(robotFiles().digest()));
  }
}

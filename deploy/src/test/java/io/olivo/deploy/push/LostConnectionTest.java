package io.olivo.deploy.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connection is lost at each command in turn: something healthy runs, and a second push ends
 * it.
 */
class LostConnectionTest {
  private static final PushOptions USUAL = new PushOptions(20, 1, 3, false, true, false);
  private static final int COMMANDS = 11;

  /** The command came to its end, and nobody heard; or it had its first bytes only. */
  private static final List<String> HOWS = List.of("%s", "head -c 900 | %s");

  @TempDir private Path folder;
  private Path root;
  private RobotSpec robot;
  private Path second;
  private String first;

  static Stream<Arguments> losses() {
    return IntStream.range(0, COMMANDS)
        .boxed()
        .flatMap(command -> HOWS.stream().map(how -> Arguments.of(command, how)));
  }

  @BeforeEach
  void runTheFirst() throws Exception {
    root = Files.createDirectories(folder.resolve("board"));
    robot = RobotFile.read(Path.of("src/main/robots/arm2-board.yaml"));
    Path release = new SmallRelease().in(folder.resolve("first"));
    second = new SmallRelease().with("lib/olivo.jar", "2").in(folder.resolve("second"));
    first = push(new FolderBoard(root), release).release();
  }

  private PushResult push(FolderBoard board, Path release) throws Exception {
    try (board) {
      return Push.over(board, USUAL, new Heard()).push(robot, release, "me@desk");
    }
  }

  @Test
  void aPushHasThisManyCommands() throws Exception {
    FolderBoard board = new FolderBoard(root);
    push(board, second);
    assertEquals(COMMANDS, board.commands());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void oneVersionRunsAndASecondPushSucceeds(int command, String how) throws Exception {
    FolderBoard broken = new FolderBoard(root);
    broken.breakAt(command, how);
    NoConnectionException lost =
        assertThrows(NoConnectionException.class, () -> push(broken, second));
    assertTrue(String.valueOf(lost.getMessage()).contains("connection"), lost.getMessage());
    String next = new Baggage(Release.open(second), RobotFiles.of(robot)).name();
    requireOneRuns(Set.of(first, next));
    FolderBoard board = new FolderBoard(root);
    PushResult result = push(board, second);
    assertEquals(next, result.release());
    assertEquals(next, board.said("runs"));
    assertEquals(first, board.linked("previous"));
    assertEquals(2, board.releases().size(), board.releases().toString());
  }

  private void requireOneRuns(Set<String> either) throws IOException {
    FolderBoard board = new FolderBoard(root);
    String current = board.linked("current");
    assertTrue(either.contains(current), current);
    assertEquals(current, board.said("runs"));
    assertEquals("active", board.said("active"));
    assertTrue(Files.exists(board.path("/opt/olivo/current/lib/olivo.jar")));
  }
}

package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.olivo.deploy.installation.OnPath;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushCommandTest {
  private static final String ARM = "src/main/robots/arm2-board.yaml";

  @TempDir private Path folder;
  private final Spoken spoken = new Spoken();

  @Test
  void withoutAProperHostTheUsageIsShown() {
    assertEquals(ExitCode.USAGE, spoken.olivo("push", ARM, "pi@", "--release", folder.toString()));
    assertTrue(spoken.said().contains("pi@robot"), spoken.said());
  }

  @Test
  void boardThatIsNotThereEndsWithFiveInTheWordsOfSsh() throws IOException {
    assumeTrue(OnPath.find("ssh").isPresent(), "ssh is not installed: apt install openssh-client");
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    assertEquals(
        ExitCode.NO_LINK,
        spoken.olivo(
            "push", ARM, "127.0.0.1:" + nobody, "--undo", "--ssh-option", "BatchMode=yes"));
    assertTrue(spoken.said().contains("refused"), spoken.said());
  }

  @Test
  void serviceOfARobotIsPrintedForADebianPackageToo() {
    spoken.olivo("service", ARM, "--release", "/usr/lib/olivo", "--file", "/etc/olivo/robot.yaml");
    assertTrue(
        spoken.printed().contains("ExecStart=/usr/lib/olivo/bin/olivo run /etc/olivo/robot.yaml "),
        spoken.printed());
    spoken.olivo("service", ARM, "--udev");
    assertTrue(spoken.printed().contains("SUBSYSTEM==\"i2c-dev\""), spoken.printed());
  }

  @Test
  void runBeginsWithTheNewestSnapshotThatFitsOrWithNone() throws IOException {
    Path robot = folder.resolve("arm2.yaml");
    Files.copy(Path.of("src/main/robots/arm2.yaml"), robot);
    String state = folder.resolve("state").toString();
    assertEquals(ExitCode.OK, run(robot, state));
    assertTrue(spoken.printed().contains("there is no snapshot yet"), spoken.printed());
    String learned = folder.resolve("learned.state").toString();
    spoken.olivo("run", robot.toString(), "--for", "1s", "--save", learned);
    assertEquals(
        ExitCode.OK,
        spoken.olivo("snapshot", "load", robot.toString(), learned, "--folder", state));
    assertEquals(ExitCode.OK, run(robot, state));
    assertTrue(!spoken.printed().contains("nothing learned"), spoken.printed());
    Files.writeString(
        robot, Files.readString(robot).replace("sensor_delay: 2 ms", "sensor_delay: 4 ms"));
    assertEquals(ExitCode.OK, run(robot, state));
    assertTrue(spoken.printed().contains("begins with nothing learned: "), spoken.printed());
    assertTrue(Files.isDirectory(Path.of(state, "arm2")), "what was learned before stays");
  }

  private int run(Path robot, String state) {
    return spoken.olivo(
        "run", robot.toString(), "--for", "1s", "--load", "newest-or-none", "--folder", state);
  }
}

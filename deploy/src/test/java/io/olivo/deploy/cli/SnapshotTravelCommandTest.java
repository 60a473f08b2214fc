package io.olivo.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.deploy.bench.MosquittoChild;
import io.olivo.deploy.command.Candidates;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.RobotLinks;
import io.olivo.deploy.session.Snapshots;
import io.olivo.deploy.session.StateFolder;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, fetch and send, against a robot's end of the link and a real broker. */
class SnapshotTravelCommandTest {
  @TempDir Path folder;

  private MosquittoChild broker() throws Exception {
    try {
      MosquittoChild broker = new MosquittoChild(Files.createDirectory(folder.resolve("broker")));
      broker.start();
      return broker;
    } catch (IOException missing) {
      assumeTrue(false, missing.getMessage());
      throw missing;
    }
  }

  private RobotSpec robotThatTrusts(Path key) throws IOException {
    String text =
        Files.readString(Path.of("src/main/robots/arm2.yaml"))
            .replace("granules: 512", "granules: 32")
            .replace("telemetry: 20 Hz }", "telemetry: 20 Hz, trusted_keys: [" + key + "] }");
    assertTrue(text.contains("trusted_keys"));
    return RobotFile.read(Files.writeString(folder.resolve("arm2.yaml"), text));
  }

  private static Generation publish(SnapshotStore store, RobotSpec robot) throws IOException {
    Rule rule = Rule.of(robot.learner());
    LearnedState state =
        new LearnedState(rule, new Wiring(robot).learner(rule, Seeds.of(1)), robot);
    return Snapshots.publish(store, state, "test", InstantSource.system());
  }

  @Test
  void whatARobotLearnedIsFetchedAndSentBackSignedAndCanBePromoted() throws Exception {
    Spoken spoken = new Spoken();
    String name = folder.resolve("desk").toString();
    assertEquals(ExitCode.OK, spoken.olivo("snapshot", "keys", name));
    RobotSpec robot = robotThatTrusts(Path.of("desk.pub"));
    Path kept = folder.resolve("kept");
    SnapshotStore store = StateFolder.of(kept, robot);
    try (MosquittoChild broker = broker();
        RobotLink link =
            new RobotLinks(robot, kept, store, text -> {}).open(broker.uri(), "arm2", true)) {
      Generation made = publish(store, robot);
      String uri = broker.uri().toString();
      String file = robot.file().toString();
      String to = folder.resolve("fetched").toString();
      assertEquals(
          ExitCode.OK,
          spoken.olivo("snapshot", "fetch", file, "--broker", uri, "--to", to),
          spoken.said());
      Path fetched = folder.resolve("fetched").resolve(made.file());
      assertArrayEquals(
          Files.readAllBytes(kept.resolve("arm2").resolve(made.file())),
          Files.readAllBytes(fetched));
      String key = name + ".key";
      assertEquals(
          ExitCode.OK,
          spoken.olivo("snapshot", "send", file, fetched.toString(), "--key", key, "--broker", uri),
          spoken.said());
      assertTrue(
          Candidates.in(
                  StateFolder.of(folder.resolve("nothing"), robot), RobotLinks.offers(kept, robot))
              .find(made.digest())
              .isPresent());
      assertEquals(
          ExitCode.OK, spoken.olivo("snapshot", "keys", folder.resolve("stranger").toString()));
      String foreign = folder.resolve("stranger.key").toString();
      publish(store, robot);
      assertEquals(
          ExitCode.ROBOT_FILE,
          spoken.olivo(
              "snapshot",
              "send",
              file,
              kept.resolve("arm2").resolve("0000000002.state").toString(),
              "--key",
              foreign,
              "--broker",
              uri));
      assertTrue(spoken.printed().contains("trusted keys"), spoken.printed());
      assertEquals(4, link.events().kept()); // two generations, one accepted, one refused
    }
  }

  @Test
  void aKeyThatIsThereIsNotOverwritten() throws Exception {
    Path key = Files.writeString(folder.resolve("desk.key"), "mine", UTF_8);
    Spoken spoken = new Spoken();
    assertEquals(
        ExitCode.USAGE, spoken.olivo("snapshot", "keys", folder.resolve("desk").toString()));
    assertEquals("mine", Files.readString(key));
    assertTrue(spoken.said().contains("is there already"), spoken.said());
  }
}

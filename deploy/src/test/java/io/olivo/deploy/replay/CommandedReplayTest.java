package io.olivo.deploy.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.record.Limits;
import io.olivo.controller.record.OneFile;
import io.olivo.deploy.command.Adjustments;
import io.olivo.deploy.command.Candidates;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.Recording;
import io.olivo.deploy.session.RunHead;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.sim.io.SimulatedRobot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were commanded while they were recorded. */
class CommandedReplayTest {
  private static final long SEED = 41;
  private static final int TICKS = 5_000; // 10 s

  @TempDir private Path folder;

  private RobotSpec robot;
  private Wiring wiring;
  private Seeds seeds;
  private byte[] snapshot;
  private String digest;

  @BeforeEach
  void snapshotOfAnEarlierLife() throws Exception {
    String text =
        Files.readString(Path.of("src/main/robots/arm2.yaml"))
            .replace("granules: 512", "granules: 32")
            .replace("telemetry: 20 Hz }", "telemetry: 20 Hz, trusted_keys: [desk.pub] }");
    Files.writeString(folder.resolve("desk.pub"), "not read by a replay");
    robot = RobotFile.read(Files.writeString(folder.resolve("arm2.yaml"), text));
    wiring = new Wiring(robot);
    seeds = Seeds.of(SEED);
    Rule rule = Rule.of(robot.learner());
    snapshot = new LearnedState(rule, wiring.learner(rule, seeds), robot).bytes(Map.of());
    digest = SnapshotStore.digestOf(snapshot);
  }

  private Path record(Map<Long, String> commands, boolean withItsSnapshots) throws Exception {
    Path file = folder.resolve("run.mcap");
    Recording recording =
        new Recording(new RunHead(robot, SEED), new OneFile(file, Limits.USUAL), true);
    SimulatedRobot arm = new SimWiring(wiring).robot(seeds, List.of());
    GuardedLearner learner =
        wiring.guarded(Rule.of(robot.learner()), seeds, (verdict, at, effort, rival) -> {});
    recording.holds(Wiring.HOLD_SECONDS);
    LoopParts parts =
        wiring.parts(
            recording.around(arm),
            recording.around(arm.actuators()),
            wiring.trajectory(seeds),
            learner,
            Wiring.HOLD_SECONDS);
    Adjustments adjustments =
        new Adjustments(wiring, parts, learner, seeds, candidates(recording, withItsSnapshots));
    Commander commander = new Commander(commands, adjustments);
    ControlLoop loop =
        new ControlLoop(
            parts, recording.and(commander::look), recording.and(new LoopListener() {}));
    commander.loop = loop;
    loop.order(Order.ARM);
    try (recording) {
      recording.begin(loop, parts, 1 / wiring.dtSeconds(), 0);
      loop.run(recording.around(new FastPacer(wiring.dtSeconds(), TICKS)));
    }
    return file;
  }

  private Candidates candidates(Recording recording, boolean withItsSnapshots) {
    Candidates.Source source =
        asked -> asked.equals(digest) ? Optional.of(snapshot) : Optional.empty();
    Rule rule = Rule.of(robot.learner());
    return new Candidates(
        withItsSnapshots ? source.telling(recording::promote) : source,
        rule,
        robot,
        () -> wiring.learner(rule, seeds));
  }

  /** Commands a loop at given ticks. */
  private static final class Commander {
    private final Map<Long, String> commands;
    private final Adjustments adjustments;
    private ControlLoop loop;

    Commander(Map<Long, String> commands, Adjustments adjustments) {
      this.commands = commands;
      this.adjustments = adjustments;
    }

    void look(io.olivo.controller.telemetry.Tick tick) {
      String text = commands.get(tick.number);
      if (text != null) {
        try {
          loop.adjust(adjustments.read(text));
        } catch (Exception refused) {
          throw new AssertionError(refused);
        }
      }
    }
  }

  private Map<Long, String> commands() {
    return Map.of(
        2_000L, "{\"v\":1,\"command\":\"gain\",\"joint\":\"shoulder\",\"kp\":90.0,\"kd\":5.0}",
        2_500L, "{\"v\":1,\"command\":\"reference\",\"reference\":\"figure8\"}",
        3_000L, "{\"v\":1,\"command\":\"promote\",\"snapshot\":\"" + digest + "\"}",
        4_000L, "{\"v\":1,\"command\":\"rollback\"}");
  }

  @Test
  void gainsPathsAndPromotedSnapshotsAreReplayedToTheSameBits() throws Exception {
    Path file = record(commands(), true);
    Files.delete(folder.resolve("desk.pub"));
    ReplayOutcome outcome = new ReplayRun(List.of(file)).run();
    assertNull(outcome.difference());
    assertTrue(outcome.whole(), outcome.ending());
    assertEquals(TICKS, outcome.beats());
    assertTrue(outcome.digests() >= 9, outcome.digests() + " digests");
  }

  @Test
  void snapshotThatTheRecordingDoesNotBringEndsTheReplayWithItsReason() throws Exception {
    Path file = record(commands(), false);
    ReplayOutcome outcome = new ReplayRun(List.of(file)).run();
    assertNull(outcome.difference());
    assertTrue(!outcome.whole());
    assertTrue(outcome.ending().contains("no snapshot"), outcome.ending());
    assertEquals(3_000, outcome.beats(), 2);
  }
}

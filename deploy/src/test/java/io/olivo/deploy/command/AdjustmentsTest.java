package io.olivo.deploy.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.command.Deadline;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.guard.GuardListener;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.sim.io.SimulatedRobot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands change of a loop's parts. */
class AdjustmentsTest {
  private static final Seeds SEEDS = Seeds.of(3);

  private record Robot(LoopParts parts, Adjustments adjustments) {
    double[] command() {
      double[] command = new double[parts.feedback().outputs()];
      double[] state = new double[parts.channels().size()];
      double[] desired = new double[3 * parts.joints().size()];
      java.util.Arrays.fill(state, .1);
      parts.feedback().command(state, desired, command);
      return command;
    }

    double[] desired(double seconds) {
      double[] desired = new double[3 * parts.joints().size()];
      parts.reference().at(0, desired);
      parts.reference().release(10_000_000_000L);
      parts.reference().at(10_000_000_000L + Math.round(seconds * 1e9), desired);
      return desired;
    }
  }

  private static Robot robot(String name) {
    RobotSpec spec = RobotFile.read(Path.of("src/main/robots", name + ".yaml"));
    Wiring wiring = new Wiring(spec);
    Rule rule = Rule.of(spec.learner());
    GuardedLearner learner = wiring.guarded(rule, SEEDS, GuardListener.none());
    SimulatedRobot simulated = new SimWiring(wiring).robot(SEEDS, List.of());
    LoopParts parts =
        wiring.parts(simulated, simulated.actuators(), wiring.trajectory(SEEDS), learner, 3);
    Candidates none =
        new Candidates(digest -> Optional.empty(), rule, spec, () -> wiring.learner(rule, SEEDS));
    return new Robot(parts, new Adjustments(wiring, parts, learner, SEEDS, none));
  }

  private static Outcome make(Robot robot, Instruction instruction) throws RefusedException {
    Change change = robot.adjustments().of(instruction);
    change.make();
    return change.outcome();
  }

  private static Reason refused(Robot robot, Instruction instruction) {
    return assertThrows(RefusedException.class, () -> robot.adjustments().of(instruction))
        .outcome()
        .reason();
  }

  @Test
  void otherGainsChangeTheCommandOfThatJointAlone() throws Exception {
    Robot robot = robot("arm2");
    double[] before = robot.command();
    assertTrue(make(robot, new Instruction.Tune("shoulder", 120, 8)).text().contains("120"));
    double[] after = robot.command();
    assertEquals(2 * before[0], after[0], 1e-9);
    assertEquals(before[1], after[1]);
  }

  @Test
  void gainsHaveBounds() {
    Robot robot = robot("arm2");
    assertEquals(Reason.BAD_VALUE, refused(robot, new Instruction.Tune("shoulder", 241, 4)));
    assertEquals(Reason.BAD_VALUE, refused(robot, new Instruction.Tune("knee", 1, 1)));
  }

  @Test
  void gainOfAReflexKeepsItsSign() throws Exception {
    Robot robot = robot("gaze2");
    double[] before = robot.command();
    String axis = robot.parts().actuators().channels().getFirst().name();
    assertEquals(Reason.DONE, make(robot, new Instruction.Tune(axis, .5, 0)).reason());
    assertEquals(Math.signum(before[0]), Math.signum(robot.command()[0]));
    assertFalse(before[0] == robot.command()[0]);
  }

  @Test
  void theSameTextMakesTheSameChange() throws Exception {
    Robot one = robot("arm2");
    Robot other = robot("arm2");
    Change change = one.adjustments().of(new Instruction.Follow("noise"));
    change.make();
    other.adjustments().read(change.text()).make();
    Robot untouched = robot("arm2");
    double[] path = one.desired(2.5);
    assertArrayEquals(path, other.desired(2.5));
    assertFalse(java.util.Arrays.equals(path, untouched.desired(2.5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"figure8", "reach", "noise", "mixed", "sines", "hold", "own"})
  void everyPathOfARobotFileCanBeCommanded(String path) throws Exception {
    assertEquals(Reason.DONE, make(robot("arm2"), new Instruction.Follow(path)).reason());
  }

  @Test
  void pathsThatARobotCanNotFollowAreRefused() {
    assertEquals(Reason.BAD_VALUE, refused(robot("cart1"), new Instruction.Follow("figure8")));
    assertEquals(Reason.BAD_VALUE, refused(robot("gaze2"), new Instruction.Follow("hold")));
    assertEquals(Reason.BAD_VALUE, refused(robot("arm2"), new Instruction.Follow("/etc/passwd")));
  }

  @Test
  void snapshotsThatAreNotThereAreRefused() {
    Instruction promote = new Instruction.Promote("0".repeat(64));
    assertEquals(Reason.NOT_ALLOWED, refused(robot("arm2"), promote));
    assertEquals(Reason.NOT_ALLOWED, refused(robot("pendulum"), promote));
  }

  @Test
  void ofTwoValuesBeforeABeatTheLastCounts() throws Exception {
    Robot robot = robot("arm2");
    Newest newest = new Newest();
    Instruction first = new Instruction.Tune("shoulder", 30, 2);
    Instruction second = new Instruction.Tune("shoulder", 90, 6);
    Change older = timed(robot, first);
    Change newer = timed(robot, second);
    newest.set(command(first), older);
    newest.set(command(second), newer);
    assertFalse(older.stillWanted());
    assertEquals(Reason.OUT_OF_ORDER, older.outcome().reason());
    assertTrue(newer.stillWanted());
    newer.make();
    assertEquals(Reason.DONE, newer.outcome().reason());
  }

  private static Change timed(Robot robot, Instruction instruction) throws RefusedException {
    return robot.adjustments().of(instruction).before(new Deadline(() -> Instant.EPOCH, 5));
  }

  private static io.olivo.controller.wire.Command command(Instruction instruction) {
    return new io.olivo.controller.wire.Command("arm2", "c1", "desk", 7, 5, instruction);
  }
}

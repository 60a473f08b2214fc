package io.olivo.deploy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.sim.io.Change;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Robots built of common parts get better while they run. */
@Execution(ExecutionMode.CONCURRENT)
class RobotsOfPartsTest {
  private static final long SEED = 1;

  private static RobotSpec robot(String name) {
    return RobotFile.read(Path.of("src/main/robots").resolve(name + ".yaml"));
  }

  private static double error(RobotSpec robot, Rule rule, List<Change> changes)
      throws InterruptedException {
    return new Rig(robot, rule, SEED, changes, 40).run(tick -> {}).errors().rms(30, 40);
  }

  @ParameterizedTest
  @CsvSource({"balancer, .3", "pantilt, .25", "so101, .25"})
  void learningLeavesAFractionOfTheErrorOfTheFeedbackAlone(String name, double share)
      throws InterruptedException {
    double alone = error(robot(name), Rule.PD, List.of());
    double learned = error(robot(name), Rule.OLIVO, List.of());
    assertTrue(learned < share * alone, learned + ", the feedback alone " + alone);
  }

  @Test
  void theBalancerStaysUprightUnderALoadThatIsPutOnIt() throws InterruptedException {
    List<Change> changes = List.of(new Change(15, "payload", .2));
    double error = error(robot("balancer"), Rule.OLIVO, changes);
    assertTrue(error < 3, "rad, of a path of 9: " + error);
  }

  @Test
  void aServoArmFollowsRoughlyBeforeItHasLearned() throws InterruptedException {
    double error = error(robot("so101"), Rule.PD, List.of());
    assertTrue(error < .06, "rad, of a path with an rms of .18: " + error);
  }

  @Test
  void aFormulaThatIsAddedIsCheckedWithItsLine() {
    RobotSpec balancer = robot("balancer");
    var track = (SkillSpec.Track) balancer.skill();
    RobotSpec wrong =
        balancer.withSkill(
            new SkillSpec.Track(track.joints(), track.reference(), List.of("body.angel")));
    RobotFileException problem =
        assertThrows(RobotFileException.class, () -> new Rig(wrong, Rule.PD, SEED, List.of(), 1));
    assertEquals("skill.feedback.plus", problem.problems().getFirst().key());
    assertTrue(problem.getMessage().contains("body.angel"), problem.getMessage());
  }
}

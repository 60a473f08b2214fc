package io.olivo.deploy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sim.io.Change;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class PeersTest {
  private static final long SEED = 5;

  private static RobotSpec robot(String name) {
    return RobotFile.read(Path.of("src/main/robots", name + ".yaml"));
  }

  private static Rig run(String robot, Rule rule, double seconds) throws InterruptedException {
    return new Rig(robot(robot), rule, SEED, List.of(), seconds).run(tick -> {});
  }

  private static StateWriter saved(Learner learner) {
    StateWriter out = new StateWriter("l");
    learner.save(out);
    return out;
  }

  @ParameterizedTest
  @EnumSource(value = Rule.class, names = "ACTOR_CRITIC", mode = EnumSource.Mode.EXCLUDE)
  void whatAnyPeerLearnedInTheLoopComesBackBitForBit(Rule rule) throws InterruptedException {
    Learner learner = run("arm2", rule, 4).learner();
    Learner other = new Rig(robot("arm2"), rule, SEED + 1, List.of(), 4).learner();
    other.load(new StateReader(saved(learner).bytes()));
    assertEquals(saved(learner).digest(), saved(other).digest());
  }

  @ParameterizedTest
  @EnumSource(
      value = Rule.class,
      names = {
        "PID",
        "PID_FAST",
        "FEL_PRODUCTS",
        "RLS_CAUTIOUS",
        "FORCE",
        "MODEL",
        "SLOTINE",
        "SLOTINE_MEASURED"
      })
  void peerThatIsStableOnTheArmBeatsTheFeedbackAlone(Rule rule) throws InterruptedException {
    double alone = run("arm2", Rule.PD, 10).errors().rms(5, 10);
    double learned = run("arm2", rule, 10).errors().rms(5, 10);
    assertTrue(learned < .7 * alone, learned + " rad, the feedback alone " + alone);
  }

  /** Its first steps are bold, and the feedback's effort is no prediction error. */
  @Test
  void plainLeastSquaresOnTheFeedbacksEffortDiverges() throws InterruptedException {
    double alone = run("arm2", Rule.PD, 10).errors().rms(5, 10);
    assertTrue(run("arm2", Rule.RLS, 10).errors().rms(5, 10) > 2 * alone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm2", "cart1", "gaze2"})
  void trueModelLeavesAFewHundredthsOfTheErrorOnEveryPlant(String plant)
      throws InterruptedException {
    double alone = run(plant, Rule.PD, 12).errors().rms(4, 12);
    double known = run(plant, Rule.MODEL, 12).errors().rms(4, 12);
    assertTrue(known < .03 * alone, known + ", the feedback alone " + alone);
  }

  @Test
  void trueModelIsToldOfThePayload() throws InterruptedException {
    List<Change> changes = List.of(new Change(5, "payload", .7));
    Rig rig = new Rig(robot("arm2"), Rule.MODEL, SEED, changes, 10).run(tick -> {});
    assertTrue(rig.errors().rms(5, 10) < .001, "rad: " + rig.errors().rms(5, 10));
  }

  @ParameterizedTest
  @EnumSource(
      value = Rule.class,
      names = {"SLOTINE", "SLOTINE_MEASURED"})
  void slotineLiIsRefusedOnAnyPlantButTheArm(Rule rule) {
    String message =
        assertThrows(RobotFileException.class, () -> run("cart1", rule, 1)).getMessage();
    assertTrue(
        message.contains(
            "the learner " + rule + " knows the equation of arm2 only, this plant is cart1"),
        message);
  }

  @Test
  void whoKnowsThePlantIsRefusedWhereThereIsNoneToBeKnown() {
    Wiring wiring = new Wiring(robot("arm2"));
    String message =
        assertThrows(RobotFileException.class, () -> wiring.learner(Rule.MODEL, Seeds.of(SEED)))
            .getMessage();
    assertTrue(message.contains("model knows the equations of a simulated plant"), message);
  }
}

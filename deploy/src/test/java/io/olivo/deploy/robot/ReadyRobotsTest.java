package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyRobotsTest {
  private static final Path ROBOTS = Path.of("src/main/robots");

  @ParameterizedTest
  @ValueSource(strings = {"arm2", "cart1", "gaze2"})
  void aReadyRobotIsReadWithoutProblems(String name) {
    RobotSpec robot = RobotFile.read(ROBOTS.resolve(name + ".yaml"));
    assertEquals(name, robot.name());
    assertEquals(name, robot.sim().orElseThrow().plant());
    assertEquals(0.002, robot.loop().dtSeconds(), 1e-12);
    assertEquals(512, robot.learner().granules());
  }

  @ParameterizedTest
  @CsvSource({"balancer, 4, 1", "pantilt, 4, 2", "so101, 6, 6"})
  void aRobotOfPartsIsReadWithoutProblems(String name, int sensors, int actuators) {
    RobotSpec robot = RobotFile.read(ROBOTS.resolve(name + ".yaml"));
    assertEquals(name, robot.name());
    assertEquals(name, robot.sim().orElseThrow().plant());
    assertEquals(sensors, robot.sensors().size());
    assertEquals(actuators, robot.actuators().size());
  }

  @Test
  void theArmHasTheEnvelopeAndTheGainsOfTheBench() {
    RobotSpec arm = RobotFile.read(ROBOTS.resolve("arm2.yaml"));
    assertEquals(30, arm.actuators().get(0).limits().learned());
    assertEquals(10000, arm.actuators().get(1).limits().ratePerSecond());
    assertEquals(0.02, arm.actuators().get(1).limits().safeWithinSeconds(), 1e-12);
    var track = assertInstanceOf(SkillSpec.Track.class, arm.skill());
    assertEquals(
        List.of(
            new Joint("shoulder", "shoulder.angle", "shoulder.velocity", "shoulder.torque", 60, 4),
            new Joint("elbow", "elbow.angle", "elbow.velocity", "elbow.torque", 30, 1.5)),
        track.joints());
    assertEquals(new ReferenceSpec.Made(ReferenceSpec.Shape.FIGURE8), track.reference());
    assertEquals(0.002, arm.learner().sensorDelaySeconds(), 1e-12);
    assertEquals(Optional.empty(), arm.learner().inputs());
    assertEquals(Optional.of(URI.create("tcp://localhost:1883")), arm.link().broker());
  }

  @Test
  void theArmsVelocityMovesByTheGainOfTheBenchPerTick() {
    RobotSpec arm = RobotFile.read(ROBOTS.resolve("arm2.yaml"));
    var filter = arm.derived().get(0).filter(0.002);
    filter.next(0, 1);
    assertEquals(0.45, filter.next(0.002, 1), 1e-4); // a quotient of 1 rad/s, taken in by 0.45
  }

  @Test
  void rawSensorsComeFirstInTheFrameAndThenTheDerivedOnes() {
    RobotSpec cart = RobotFile.read(ROBOTS.resolve("cart1.yaml"));
    assertEquals(
        List.of("cart.position", "pole.angle", "pole.rate", "cart.velocity"),
        cart.measured().stream().map(Channel::name).toList());
    assertEquals(Unit.METRE_PER_SECOND, cart.measured().get(3).unit());
    assertEquals(5e-5, cart.sim().orElseThrow().sensors().get(0).resolution(), 1e-18);
    assertEquals(11, cart.learner().inputs().orElseThrow().size());
  }

  @Test
  void anEncoderOfThirteenBitsHas8192StepsPerTurn() {
    SimSpec sim = RobotFile.read(ROBOTS.resolve("arm2.yaml")).sim().orElseThrow();
    assertEquals(2 * StrictMath.PI / 8192, sim.sensors().get(0).resolution());
    assertEquals(List.of(1.0, 1.0), sim.parameters().get("gain"));
  }

  @Test
  void theGazeListensToWhatItsActuatorsLastApplied() {
    RobotSpec gaze = RobotFile.read(ROBOTS.resolve("gaze2.yaml"));
    assertEquals(6, gaze.sensors().size());
    assertEquals("yaw.command", gaze.derived().get(4).source());
    var cancel = assertInstanceOf(SkillSpec.Cancel.class, gaze.skill());
    assertEquals(new Axis("pitch.slip", "pitch.command", "pitch.head", -0.6), cancel.axes().get(1));
    assertEquals(16, gaze.learner().inputs().orElseThrow().size());
  }

  @Test
  void aProblemFoundLaterStillNamesItsLine() {
    RobotSpec cart = RobotFile.read(ROBOTS.resolve("cart1.yaml"));
    Problem late = cart.problemAt(LearnerSpec.inputKey(0), "no such name");
    assertTrue(late.line() > cart.problemAt("skill.learner.granules", "").line(), late.toString());
    assertTrue(
        late.toString().contains("cart1.yaml:" + late.line() + ": skill.learner.inputs[0]:"));
  }
}

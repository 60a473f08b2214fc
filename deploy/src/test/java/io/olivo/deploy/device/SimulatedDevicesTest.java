package io.olivo.deploy.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.ActuatorIo;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.bus.emulated.Mishaps;
import io.olivo.sim.io.SimulatedRobot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedDevicesTest {
  private static final RobotSpec ARM = RobotFile.read(Path.of("src/main/robots/arm2-board.yaml"));
  private static final long TICK_NANOS = 2_000_000;
  private static final double STEP = 2 * StrictMath.PI / 4096; // of an AS5600
  private static final int BEGUN = 10; // ticks until all chips are ready

  private final SimulatedRobot robot = new SimWiring(new Wiring(ARM)).robot(Seeds.of(3), List.of());
  private final SimulatedDevices devices =
      new SimulatedDevices(ARM, new LoopEnds(robot, robot.actuators()), 5);
  private final SensorIo sensors = devices.ends().sensors();
  private final ActuatorIo actuators = devices.ends().actuators();
  private final SampleFrame frame = new SampleFrame(sensors.channels());
  private final double[] truth = new double[robot.size()];
  private final double[] applied = new double[2];
  private long tick;

  private void tick(double... command) {
    sensors.read(frame, tick * TICK_NANOS);
    robot.truth(truth);
    actuators.write(command, applied, tick * TICK_NANOS);
    tick++;
  }

  private void ticks(int count, double... command) {
    for (int i = 0; i < count; i++) {
      tick(command);
    }
  }

  @Test
  void theAnglesOfThePlantComeThroughTheRegistersOfItsEncoders() {
    ticks(200, 3, -1);
    assertTrue(frame.valid(0) && frame.valid(1));
    assertEquals(tick - 1, frame.stampNanos(0) / TICK_NANOS);
    double[] before = truth.clone(); // the file says that angles are one tick late
    tick(3, -1);
    assertEquals(before[0], frame.value(0), STEP);
    assertEquals(before[1], frame.value(1), STEP);
  }

  @Test
  void aCommandReachesThePlantInTheSameTickInStepsOfThePulses() {
    ticks(BEGUN, 0, 0);
    tick(7.003, -3.0007);
    assertArrayEquals(new double[] {7.003, -3.0007}, applied, 30.0 / 4096);
    SimulatedRobot alone = new SimWiring(new Wiring(ARM)).robot(Seeds.of(3), List.of());
    SampleFrame other = new SampleFrame(alone.channels());
    double[] taken = new double[2];
    for (int i = 0; i < BEGUN; i++) {
      alone.read(other, i * TICK_NANOS);
      alone.actuators().write(new double[2], taken, i * TICK_NANOS);
    }
    alone.read(other, BEGUN * TICK_NANOS);
    alone.actuators().write(applied, taken, BEGUN * TICK_NANOS);
    ticks(1, 0, 0);
    alone.read(other, (BEGUN + 1) * TICK_NANOS);
    double[] expected = new double[alone.size()];
    alone.truth(expected);
    assertArrayEquals(expected, truth, 1e-12);
  }

  @Test
  void anEncoderThatDoesNotAnswerLeavesItsLastValueToGrowOld() {
    ticks(BEGUN, 0, 0);
    devices.goWrong(new Mishaps(1, 0, 0, 0));
    ticks(20, 0, 0);
    assertEquals((BEGUN - 1) * TICK_NANOS, frame.stampNanos(0));
  }

  @Test
  void twoRunsThatGoWrongInTheSameWayAreEqualToTheBit() {
    SimulatedDevicesTest other = new SimulatedDevicesTest();
    for (SimulatedDevicesTest run : List.of(this, other)) {
      run.devices.goWrong(new Mishaps(.05, .05, 0, .001));
      run.ticks(2000, 5, 2);
    }
    assertArrayEquals(truth, other.truth);
    assertTrue(
        devices.pollers().stream()
            .flatMap(bus -> bus.tasks().stream())
            .anyMatch(task -> task.begun() > 1));
  }

  @Test
  void theBusesWouldKeepUpWithTheLoop() {
    ticks(1000, 5, 2);
    devices.busShares().forEach((bus, share) -> assertTrue(share < .8, bus + " busy " + share));
    assertEquals(List.of("i2c-1", "i2c-3"), List.copyOf(devices.busShares().keySet()));
  }
}

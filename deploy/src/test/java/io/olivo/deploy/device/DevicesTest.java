package io.olivo.deploy.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusPoller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesTest {
  private static final String TEXT =
      """
      robot: mixed
      loop: { rate: 500 Hz }
      devices:
        shoulder: { chip: sts3215, bus: /dev/ttyACM0, id: 1 }
        elbow: { chip: sts3215, bus: /dev/ttyACM0, id: 2, lowest: -90 deg }
        wheel: { chip: counter, bus: counter-0.0, steps: 2048 }
        crank: { chip: encoder, a: gpio-5, b: gpio-6, steps: 400 }
        axis: { chip: as5047, bus: spi-0.0 }
        imu: { chip: lsm6dsox, bus: i2c-1, rotation: 250 deg/s }
        compass: { chip: icm20948, bus: i2c-1 }
        pose: { chip: bno055, bus: i2c-1 }
        supply: { chip: ina226, bus: i2c-1, address: 0x41 }
        board: { chip: pca9685, bus: i2c-1, frequency: 50 Hz }
        pan: { chip: servo, pwm: board.0, low: -90 deg, high: 90 deg }
        drive: { chip: tb6612, pwm: pwm-0.0, in1: gpio-17, in2: gpio-27, full: 2 N*m }
      sensors:
        shoulder.angle: { from: shoulder.position, range: [-3 rad, 3 rad] }
        shoulder.rate: { from: shoulder.velocity, range: [-9 rad/s, 9 rad/s] }
        elbow.angle: { from: elbow.position, scale: -1, zero: 0.5 rad, range: [-3 rad, 3 rad] }
        elbow.temperature: { from: elbow.temperature, range: [0 degC, 100 degC] }
        wheel.angle: { from: wheel, range: [-100 rad, 100 rad] }
        crank.angle: { from: crank.angle, range: [-100 rad, 100 rad] }
        axis.angle: { from: axis, range: [-3.2 rad, 3.2 rad] }
        body.rate: { from: imu.rate.y, range: [-5 rad/s, 5 rad/s] }
        north.field: { from: compass.field.x, range: [-1 T, 1 T] }
        pose.w: { from: pose.orientation.w, range: [-1 1, 1 1] }
        supply.voltage: { from: supply.voltage, range: [0 V, 30 V] }
      actuators:
        shoulder.goal: { to: shoulder, range: [-3 rad, 3 rad], rate: 90 rad/s, safe: { value: 0 rad, within: 1 s } }
        elbow.goal: { to: elbow, range: [-3 rad, 3 rad], rate: 90 rad/s, safe: { value: 0 rad, within: 1 s } }
        pan.goal: { to: pan, range: [-1 rad, 1 rad], rate: 9 rad/s, safe: { value: 0 rad, within: 1 s } }
        drive.torque: { to: drive, range: [-2 N*m, 2 N*m], rate: 90 N*m/s, safe: { value: 0 N*m, within: 0 s } }
      skill:
        reward: { of: "0 - pose.w", actuators: [shoulder.goal, elbow.goal, pan.goal, drive.torque] }
        learner: { rule: actor-critic }
      """;
  private static final long TICK_NANOS = 2_000_000;
  private static final int SLOWLY = 1200; // ticks, for servos to reach their first goals

  @TempDir private Path folder;
  private RobotSpec robot;
  private EmulatedBuses buses;
  private Devices devices;
  private SampleFrame frame;
  private long nowNanos;

  private RobotSpec robot(String text) throws IOException {
    return RobotFile.read(Files.writeString(folder.resolve("mixed.yaml"), text));
  }

  @BeforeEach
  void open() throws IOException {
    robot = robot(TEXT);
    buses = new EmulatedBuses(robot.hardware().devices(), 3);
    devices = devices(robot, buses);
    frame = new SampleFrame(devices.sensors().channels());
  }

  private Devices devices(RobotSpec spec, Buses where) throws BusException {
    return new Devices(spec, new Wiring(spec).actuatorChannels(), where, () -> nowNanos);
  }

  private void ticks(int count) {
    for (int i = 0; i < count; i++) {
      nowNanos += TICK_NANOS;
      buses.pass(nowNanos);
      devices.pollers().forEach(BusPoller::poll);
    }
    devices.sensors().read(frame, nowNanos);
  }

  private double value(String channel) {
    List<String> names = devices.sensors().channels().stream().map(c -> c.name()).toList();
    assertTrue(frame.valid(names.indexOf(channel)), channel + " is not valid");
    return frame.value(names.indexOf(channel));
  }

  @Test
  void everyChannelIsWhatItsDeviceFeelsAsTheFileCountsIt() {
    ticks(600); // a bno055 needs .7 s
    buses.world("shoulder").part("position")[0] = 1;
    buses.world("elbow").part("position")[0] = 1;
    buses.world("elbow").part("temperature")[0] = 310;
    buses.world("axis").part("angle")[0] = -2;
    buses.world("imu").part("rate.y")[0] = 3;
    buses.world("compass").part("field.x")[0] = 40e-6;
    buses.world("supply").part("voltage")[0] = 7.4;
    for (int i = 0; i <= 500; i++) {
      buses.world("wheel").part("angle")[0] = i * .02;
      buses.world("crank").part("angle")[0] = i * .004;
      ticks(1);
    }
    ticks(100);
    assertEquals(1, value("shoulder.angle"), .002);
    assertEquals(-.5, value("elbow.angle"), .002);
    assertEquals(310, value("elbow.temperature"), 1);
    assertEquals(10, value("wheel.angle"), .004);
    assertEquals(2, value("crank.angle"), .02);
    assertEquals(-2, value("axis.angle"), .001);
    assertEquals(3, value("body.rate"), .001);
    assertEquals(40e-6, value("north.field"), 1e-6);
    assertEquals(1, value("pose.w"), 1e-3);
    assertEquals(7.4, value("supply.voltage"), .01);
  }

  @Test
  void everyCommandArrivesAtItsMotor() {
    ticks(600);
    double[] applied = new double[4];
    for (int i = 0; i < SLOWLY; i++) {
      devices.actuators().write(new double[] {1, -2, .5, -.7}, applied, nowNanos);
      ticks(1);
    }
    MotorEmulators motors = new MotorEmulators(buses);
    double[] moved = new double[4];
    for (int i = 0; i < 4; i++) {
      String device = List.of("shoulder", "elbow", "pan", "drive").get(i);
      moved[i] =
          motors
              .of(
                  robot.hardware().devices().stream()
                      .filter(d -> d.name().equals(device))
                      .findFirst()
                      .orElseThrow())
              .getAsDouble();
    }
    assertArrayEquals(new double[] {1, -StrictMath.PI / 2, .5, -.7}, moved, .003); // its lowest
    assertArrayEquals(moved, applied, .003);
  }

  @Test
  void aChannelWithoutDeviceAndAPartThatNobodyHasAreToldTogether() throws IOException {
    RobotSpec wrong =
        robot(
            TEXT.replace("{ from: wheel,", "{")
                .replace("imu.rate.y", "imu.spin")
                .replace("to: pan,", "to: imu,"));
    RobotFileException e = assertThrows(RobotFileException.class, () -> devices(wrong, buses));
    List<String> messages =
        e.problems().stream()
            .map(problem -> problem.toString().replaceFirst("^.*yaml:", ""))
            .toList();
    assertEquals(
        List.of(
            "21: sensors.wheel.angle: is connected to no device; add for example \"from: imu.rate.y\"",
            "24: sensors.body.rate.from: imu has no \"spin\"; it has acceleration.x, acceleration.y,"
                + " acceleration.z, rate.x, rate.y, rate.z, temperature",
            "31: actuators.pan.goal.to: \"imu\" drives nothing"),
        messages);
  }

  @Test
  void aUnitThatIsNotTheDevicesIsToldWhereTheFileSaysSo() throws IOException {
    RobotSpec wrong = robot(TEXT.replace("full: 2 N*m", "full: 2 N"));
    RobotFileException e = assertThrows(RobotFileException.class, () -> devices(wrong, buses));
    assertTrue(
        e.getMessage().contains("actuators.drive.torque.to: drive.torque is in N*m, but"),
        e.getMessage());
  }

  @Test
  void outputsOfTwoBoardsForOneMotorAreRefused() throws IOException {
    RobotSpec wrong =
        robot(
            TEXT.replace(
                    "pan: {", "other: { chip: pca9685, bus: i2c-1, address: 0x42 }\n        pan: {")
                .replace("pwm: pwm-0.0, in1: gpio-17", "pwm: board.1, in1: other.2")
                .replace("\n        pan: {", "\n  pan: {"));
    RobotFileException e =
        assertThrows(
            RobotFileException.class,
            () -> devices(wrong, new EmulatedBuses(wrong.hardware().devices(), 3)));
    assertTrue(
        e.getMessage()
            .contains(
                "devices.drive: its pins are on board and other; let them be on one of the two"),
        e.getMessage());
  }
}

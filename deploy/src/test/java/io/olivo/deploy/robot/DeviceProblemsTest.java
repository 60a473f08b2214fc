package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.realtime.RealtimeConfig;
import io.olivo.sensors.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceProblemsTest {
  private static final RobotText BUILT =
      RobotText.SOUND
          .with(
              "sensors:\n  elbow.angle: {",
              """
              devices:
                encoder: { chip: as5600, bus: i2c-1 }
                board: { chip: pca9685, bus: i2c-1, address: 0x41, frequency: 1 kHz, rate: 200 Hz }
                motor: { chip: drv8833, in1: board.0, in2: board.1, full: 30 N*m }
              sensors:
                elbow.angle: { from: encoder, scale: -1, zero: 30 deg,""")
          .with("  elbow.torque:\n", "  elbow.torque:\n    to: motor\n");

  @Test
  void devicesAreReadWithTheirDefaultsInSi() {
    HardwareSpec hardware = BUILT.read().hardware();
    DeviceSpec encoder = hardware.devices().get(0);
    assertEquals(ChipKind.AS5600, encoder.chip());
    assertEquals(0x36, encoder.address());
    assertEquals(500, encoder.rateHertz()); // the loop's
    DeviceSpec board = hardware.devices().get(1);
    assertEquals(0x41, board.address());
    assertEquals(200, board.rateHertz());
    assertEquals(1000, board.value("frequency"));
    DeviceSpec motor = hardware.devices().get(2);
    assertEquals("board.1", motor.pin("in2").orElseThrow());
    assertEquals(Unit.NEWTON_METRE, motor.option("full").unit());
    assertEquals(
        new Connection("encoder", "", -1, Math.toRadians(30)),
        hardware.connections().get("elbow.angle"));
    assertEquals(new Connection("motor", "", 1, 0), hardware.connections().get("elbow.torque"));
  }

  @Test
  void aRobotWithoutDevicesHasNone() {
    HardwareSpec none = RobotText.SOUND.read().hardware();
    assertTrue(none.devices().isEmpty() && none.connections().isEmpty());
  }

  private static RobotText board(String keys) {
    return RobotText.SOUND.with("sensors:\n", "board: { " + keys + " }\nsensors:\n");
  }

  @Test
  void realTimeIsAskedForOnABoardInAnyCaseAndElsewhereOnlyAsTheFileSays() {
    RealtimeSpec nothing = RobotText.SOUND.read().hardware().board().realtime();
    assertEquals(RealtimeConfig.BOARD, nothing.onBoard());
    assertEquals(RealtimeConfig.NONE, nothing.asSaid());
    RealtimeSpec some = board("priority: 60, cpu: 3").read().hardware().board().realtime();
    assertEquals(new RealtimeConfig(60, 3, true), some.onBoard());
    assertEquals(new RealtimeConfig(60, 3, false), some.asSaid());
    RealtimeSpec none =
        board("priority: 0, lock_memory: false").read().hardware().board().realtime();
    assertEquals(RealtimeConfig.NONE, none.onBoard());
  }

  @Test
  void aPriorityOfTheKernelsOwnThreadsIsRefused() {
    board("priority: 99")
        .is("r.yaml:3: board.priority: \"99\" must be a whole number from 0 to 80");
  }

  @Test
  void aCoreThatCannotBeOneIsRefused() {
    board("cpu: -1").is("r.yaml:3: board.cpu: \"-1\" must be a whole number from 0 to 1023");
  }

  @Test
  void whatIsNeitherTrueNorFalseIsRefused() {
    board("lock_memory: yes").is("r.yaml:3: board.lock_memory: \"yes\" is neither true nor false");
  }

  @Test
  void aMisspelledChipIsAnsweredWithTheNearest() {
    List<String> problems = BUILT.with("as5600", "as560").problems();
    assertTrue(
        problems
            .getFirst()
            .startsWith(
                "r.yaml:4: devices.encoder.chip: \"as560\" is not known (did you mean 'as5600'?)"),
        problems::toString);
  }

  @Test
  void aMisspelledDeviceIsAnsweredWithTheNearest() {
    BUILT
        .with("from: encoder", "from: encodr")
        .is(
            "r.yaml:8: sensors.elbow.angle.from: there is no device named \"encodr\" (did you mean"
                + " 'encoder'?); there are encoder, board, motor");
  }

  @Test
  void whatMeansNothingToAChipIsRefused() {
    BUILT
        .with("chip: as5600,", "chip: as5600, acceleration: 20 m/s^2,")
        .is(
            "r.yaml:4: devices.encoder.acceleration: means nothing to a as5600; it has chip, rate,"
                + " bus, address");
  }

  @Test
  void aBusThatIsNoneForTheChipIsRefused() {
    BUILT
        .with("as5600, bus: i2c-1", "as5600, bus: /dev/ttyUSB0")
        .is(
            "r.yaml:4: devices.encoder.bus: \"/dev/ttyUSB0\" is no bus for a as5600; write for"
                + " example i2c-1");
  }

  @Test
  void anAddressThatNoChipCanHaveIsRefused() {
    BUILT
        .with("0x41", "0x88")
        .is(
            "r.yaml:5: devices.board.address: \"0x88\" is no address on I2C; they go from 0x08 to"
                + " 0x77");
  }

  @Test
  void aMotorNeedsToBeToldWhatItsFullSupplyDoes() {
    BUILT
        .with(", full: 30 N*m", "")
        .is("r.yaml:6: devices.motor.full: is missing; write for example \"full: 2 N*m\"");
  }

  @Test
  void aPinThatCannotBeOneIsRefused() {
    BUILT
        .with("in1: board.0", "in1: left")
        .is(
            "r.yaml:6: devices.motor.in1: \"left\" is neither an output of a device, as in board.0,"
                + " nor of the computer, as in gpio-17 or pwm-0.1");
  }

  @Test
  void aScaleOfNothingIsRefused() {
    BUILT
        .with("scale: -1", "scale: 0")
        .is(
            "r.yaml:8: sensors.elbow.angle.scale: 0 makes nothing of every value; write 1, or -1 to"
                + " turn it round");
  }

  @Test
  void aScaleWithoutADeviceIsRefused() {
    RobotText.SOUND
        .with("elbow.angle: {", "elbow.angle: { scale: -1,")
        .is("r.yaml:4: sensors.elbow.angle.scale: needs 'from' beside it");
  }

  @Test
  void aZeroInAnotherUnitIsRefused() {
    BUILT
        .with("zero: 30 deg", "zero: 30 mm")
        .is(
            "r.yaml:8: sensors.elbow.angle.zero: \"30 mm\" is in mm, but this is a angle; write it"
                + " in deg or rad");
  }
}

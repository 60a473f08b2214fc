package io.olivo.actuators.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.chip.emulated.BridgeState;
import io.olivo.actuators.chip.emulated.EmulatedBridge;
import io.olivo.actuators.chip.emulated.EmulatedHBridge;
import io.olivo.actuators.chip.emulated.EmulatedHBridge.Chip;
import io.olivo.actuators.chip.emulated.EmulatedOutput;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HBridgeTest {
  private static final Measure TORQUE = new Measure("torque", Unit.NEWTON_METRE);
  private static final DutyScale SCALE = new DutyScale(TORQUE, 2, .05, 50_000);

  private final EmulatedOutput pwm = new EmulatedOutput();
  private final EmulatedOutput in1 = new EmulatedOutput();
  private final EmulatedOutput in2 = new EmulatedOutput();
  private final EmulatedOutput standby = new EmulatedOutput();
  private final EmulatedBridge bridge = new EmulatedHBridge(pwm, in1, in2, standby);
  private final HBridge motor = new HBridge(pwm, in1, in2, standby, SCALE);

  HBridgeTest() {
    List.of(pwm, in1, in2, standby).forEach(pin -> pin.watched(bridge::look));
  }

  private BridgeState state(Chip chip) {
    return EmulatedHBridge.state(
        chip, pwm.getAsDouble() > 0, in1.read(), in2.read(), chip == Chip.L298N || standby.read());
  }

  /** pwm, in1, in2: what the TB6612FNG does out of standby, what the L298N does. */
  @ParameterizedTest
  @CsvSource({
    "false, false, false, COAST, COAST",
    "false, false, true, BRAKE, COAST",
    "false, true, false, BRAKE, COAST",
    "false, true, true, BRAKE, COAST",
    "true, false, false, COAST, BRAKE",
    "true, false, true, BACK, BACK",
    "true, true, false, FORWARD, FORWARD",
    "true, true, true, BRAKE, BRAKE"
  })
  void theTruthTablesAreThoseOfTheDatasheets(
      boolean p, boolean one, boolean two, BridgeState tb6612, BridgeState l298) {
    assertEquals(tb6612, EmulatedHBridge.state(Chip.TB6612FNG, p, one, two, true));
    assertEquals(BridgeState.COAST, EmulatedHBridge.state(Chip.TB6612FNG, p, one, two, false));
    assertEquals(l298, EmulatedHBridge.state(Chip.L298N, p, one, two, true));
  }

  @ParameterizedTest
  @EnumSource(Chip.class)
  void theSignIsTheDirectionAndZeroCoasts(Chip chip) throws BusException {
    motor.write(1);
    assertEquals(BridgeState.FORWARD, state(chip));
    motor.write(0);
    assertEquals(BridgeState.COAST, state(chip));
    motor.write(-1);
    assertEquals(BridgeState.BACK, state(chip));
    motor.release();
    assertEquals(BridgeState.COAST, state(chip));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1",
    "-2, -1",
    "1, .5",
    "-.5, -.25",
    "9, 1",
    "-Infinity, -1",
    "Infinity, 1",
    ".04, 0",
    "-.04, 0",
    "NaN, 0"
  })
  void theDriveIsTheShareOfTheFullTorque(double torque, double drive) throws BusException {
    motor.write(torque);
    assertEquals(drive, bridge.drive(), 1e-4);
    assertEquals(drive * 2, motor.rounded(torque), 1e-4);
  }

  @Test
  void whateverIsCommandedIsTurnedRoundWithoutPowerAndIsWhatItSays() throws BusException {
    SplittableRandom chance = new SplittableRandom(2);
    for (int i = 0; i < 100_000; i++) {
      double torque = chance.nextInt(20) == 0 ? Double.NaN : chance.nextDouble(-3, 3);
      motor.write(torque);
      double rounded = motor.rounded(torque);
      assertEquals(bridge.drive() * 2, rounded, 1e-12);
      assertEquals(rounded, motor.rounded(rounded), 0);
      assertTrue(pwm.getAsDouble() >= 0 && pwm.getAsDouble() <= 1);
    }
    assertEquals(0, bridge.illegal());
  }

  @Test
  void whatBecomesOfATorqueStaysSoInTheStepsOfABoard() {
    Pca9685 board = new Pca9685(new EmulatedI2cBus(400e3, 1), 0x40, 1000);
    DutyScale coarse = new DutyScale(TORQUE, 2, .05, board.periodNanos());
    HBridge onBoard = new HBridge(board.pulses(0), board.line(1), board.line(2), null, coarse);
    SplittableRandom chance = new SplittableRandom(6);
    for (int i = 0; i < 100_000; i++) {
      double torque = chance.nextDouble(-2.2, 2.2);
      double rounded = onBoard.rounded(torque);
      assertEquals(rounded, onBoard.rounded(rounded), 0);
      double half = 1.01 / 4096; // of a step, and of a nanosecond
      double wanted = Math.abs(torque) < .05 ? 0 : Math.clamp(torque, -2, 2);
      assertTrue(Math.abs(rounded - wanted) <= half || Math.abs(torque) < .051, "at " + torque);
    }
  }

  @Test
  void toldNoNumberItIsPutToStandby() throws BusException {
    motor.write(1);
    assertTrue(standby.read());
    motor.write(Double.NaN);
    assertEquals(0, standby.getAsDouble());
  }

  @Test
  void aLineThatIsGoneDoesNotKeepItOutOfStandby() throws BusException {
    motor.write(1);
    pwm.goWrong(1, 1);
    assertThrows(BusException.class, motor::release);
    assertEquals(0, bridge.drive());
    assertEquals(0, standby.getAsDouble());
  }

  @Test
  void turningThatFailedHalfwayIsDoneAgainFromItsBeginning() throws BusException {
    motor.write(1);
    in2.goWrong(1, 1);
    assertThrows(BusException.class, () -> motor.write(-1));
    assertEquals(0, bridge.drive());
    in2.goWrong(0, 1);
    motor.write(1);
    assertEquals(.5, bridge.drive(), 1e-12);
    assertEquals(0, bridge.illegal());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aFullTorqueThatMakesNoSenseIsRefused(double full) {
    assertThrows(IllegalArgumentException.class, () -> new DutyScale(TORQUE, full, 0, 50_000));
  }

  @Test
  void aDeadBandThatLeavesNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new DutyScale(TORQUE, 1, 1, 50_000));
    assertThrows(IllegalArgumentException.class, () -> new DutyScale(TORQUE, 1, 0, 0));
  }
}

package io.olivo.actuators.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.bus.Drive;
import io.olivo.actuators.bus.DrivenActuators;
import io.olivo.actuators.bus.DrivenActuators.Target;
import io.olivo.actuators.chip.Drv8833.Decay;
import io.olivo.actuators.chip.emulated.EmulatedBridge;
import io.olivo.actuators.chip.emulated.EmulatedDrv8833;
import io.olivo.actuators.chip.emulated.EmulatedHBridge;
import io.olivo.actuators.chip.emulated.EmulatedOutput;
import io.olivo.actuators.chip.emulated.EmulatedPca9685;
import io.olivo.actuators.chip.emulated.EmulatedStepper;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.Bus;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.Tolerance;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.bus.emulated.Mishaps;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/**
 * A million turns each: nobody answers, transfers break off, bits flip, the supply drops, lines
 * can't be set, the loop falls silent, in any order.
 */
class FaultInterleavingsTest {
  private static final int TIMES = 1_000_000;
  private static final long PERIOD_NANOS = 2_000_000;
  private static final double HOLD_SECONDS = .02;
  private static final Tolerance IMPATIENT = new Tolerance(2, .02, .01);
  private static final Mishaps MISHAPS = new Mishaps(.02, .02, .003, .002);
  private static final Measure ANGLE = new Measure("angle", Unit.RADIAN);
  private static final Measure TORQUE = new Measure("torque", Unit.NEWTON_METRE);

  private final EmulatedPca9685 chip = new EmulatedPca9685();
  private final EmulatedI2cBus emulated = new EmulatedI2cBus(400e3, 7).with(0x40, chip);
  private final SentTransfers bus = new SentTransfers(emulated);
  private final Pca9685 board = new Pca9685(bus, 0x40, 200);
  private final DutyScale duty = new DutyScale(TORQUE, 1, .05, board.periodNanos());
  private final SplittableRandom chance = new SplittableRandom(3);
  private final List<Motor> motors = new ArrayList<>();
  private final List<DoubleSupplier> outputs = new ArrayList<>(); // [motor] what it really does
  private final List<EmulatedBridge> bridges = new ArrayList<>();
  private final List<EmulatedOutput> pins = new ArrayList<>();
  private long nowNanos;
  private Drive drive = new Drive(new Motors(board, List.of()), 1, 1);

  private DoubleSupplier pin(int output) {
    return () -> chip.duty(output);
  }

  private void servo(int output) {
    PulseScale scale = new PulseScale(ANGLE, -1, 1, 500_000, 2_500_000);
    motors.add(new PwmServo(board.pulses(output), board.periodNanos(), scale));
    outputs.add(
        () -> chip.highNanos(output) == 0 ? Double.NaN : scale.value(chip.highNanos(output)));
  }

  private void bridge(Motor motor, EmulatedBridge bridge) {
    motors.add(motor);
    bridges.add(bridge);
    outputs.add(bridge::drive);
  }

  private void hBridgeOnTheBoard(int first) {
    bridge(
        new HBridge(board.pulses(first), board.line(first + 1), board.line(first + 2), null, duty),
        new EmulatedHBridge(pin(first), pin(first + 1), pin(first + 2), () -> 1));
  }

  private void drv8833OnTheBoard(int first, Decay decay) {
    bridge(
        new Drv8833(
            board.pulses(first), board.pulses(first + 1), board.line(first + 2), decay, duty),
        new EmulatedDrv8833(pin(first), pin(first + 1), pin(first + 2)));
  }

  private EmulatedOutput output() {
    EmulatedOutput output = new EmulatedOutput();
    pins.add(output);
    return output;
  }

  private void look() {
    for (int i = 0; i < bridges.size(); i++) {
      bridges.get(i).look();
    }
  }

  @Test
  void servosOfABoardAreWhereTheyWereToldOrOff() {
    servo(0);
    servo(1);
    servo(5);
    emulated.goWrong(MISHAPS);
    assertEquals(0, foreign(board));
    assertTrue(drive.begun() > 1000, "begun anew only " + drive.begun() + " times");
  }

  @Test
  void bridgesOfABoardDriveAsTheyWereToldOrCoast() {
    hBridgeOnTheBoard(0);
    hBridgeOnTheBoard(4);
    chip.watched(this::look);
    emulated.goWrong(MISHAPS);
    assertEquals(0, foreign(board));
    assertEquals(0, illegal());
  }

  @Test
  void bridgesWithTwoPulsesOfABoardDriveAsTheyWereToldOrCoast() {
    drv8833OnTheBoard(0, Decay.FAST);
    drv8833OnTheBoard(3, Decay.SLOW);
    chip.watched(this::look);
    emulated.goWrong(MISHAPS);
    assertEquals(0, foreign(board));
    assertEquals(0, illegal());
  }

  @Test
  void bitsThatFlipOnTheirWayToTheBoardAreWrongOnlyUntilTheNextGoodTurn() {
    servo(0);
    servo(1);
    hBridgeOnTheBoard(9);
    emulated.goWrong(new Mishaps(.01, .01, 0, .001));
    bus.flip(.01, 5);
    long foreign = foreign(board);
    assertTrue(bus.flipped() > 5000, "flipped only " + bus.flipped());
    assertTrue(foreign < bus.flipped() / 20, foreign + " turns ended with another value");
  }

  @Test
  void bridgesOfTheComputerItselfDriveAsTheyWereToldOrCoast() {
    EmulatedOutput[] h = {output(), output(), output(), output()};
    bridge(new HBridge(h[0], h[1], h[2], h[3], duty), new EmulatedHBridge(h[0], h[1], h[2], h[3]));
    EmulatedOutput[] fast = {output(), output(), output()};
    bridge(
        new Drv8833(fast[0], fast[1], fast[2], Decay.FAST, duty),
        new EmulatedDrv8833(fast[0], fast[1], fast[2]));
    EmulatedOutput[] slow = {output(), output(), output()};
    bridge(
        new Drv8833(slow[0], slow[1], slow[2], Decay.SLOW, duty),
        new EmulatedDrv8833(slow[0], slow[1], slow[2]));
    for (int i = 0; i < pins.size(); i++) {
      pins.get(i).watched(this::look);
      pins.get(i).goWrong(.02, i);
    }
    assertEquals(0, foreign(new OwnPins("gpio")));
    assertEquals(0, illegal());
  }

  private long illegal() {
    return bridges.stream().mapToLong(EmulatedBridge::illegal).sum();
  }

  /** How often a motor did neither what it was told since the last good turn nor nothing. */
  private long foreign(OutputBoard of) {
    drive = new Drive(new Motors(of, motors), 1e9 / PERIOD_NANOS, HOLD_SECONDS);
    BusPoller poller =
        new BusPoller("test", new Bus() {}, List.of(drive), IMPATIENT, () -> nowNanos);
    DrivenActuators actuators = new DrivenActuators(targets());
    List<double[]> told = new ArrayList<>(); // since the last good turn, and in it
    double[] command = new double[motors.size()];
    double[] applied = new double[motors.size()];
    long offeredNanos = 0;
    int silent = 0;
    long good = 0;
    long foreign = 0;
    for (int i = 0; i < TIMES; i++) {
      nowNanos += PERIOD_NANOS;
      silent = chance.nextInt(2000) == 0 ? 30 : silent - 1;
      if (silent < 0) {
        choose(command);
        actuators.write(command, applied, nowNanos);
        told.add(rounded(command));
        offeredNanos = nowNanos;
      }
      long before = drive.transfers();
      poller.poll();
      if (drive.transfers() > before) {
        good++;
        told.subList(0, Math.max(0, told.size() - 1)).clear();
        boolean held = nowNanos - offeredNanos <= HOLD_SECONDS * 1e9;
        assertDoes(held ? told.getLast() : new double[motors.size()], held);
      } else {
        foreign += isForeign(told) ? 1 : 0;
      }
    }
    assertTrue(good > TIMES / 4, good + " good turns only");
    return foreign;
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < motors.size(); i++) {
      Measure input = motors.get(i).input();
      targets.add(new Target(new Channel(input.name() + i, input.unit(), -1, 1), drive, i));
    }
    return targets;
  }

  private void choose(double[] command) {
    for (int i = 0; i < command.length; i++) {
      command[i] = chance.nextInt(4) > 0 ? command[i] : chance.nextDouble(-1.2, 1.2);
    }
  }

  private double[] rounded(double[] command) {
    double[] rounded = new double[command.length];
    for (int i = 0; i < command.length; i++) {
      rounded[i] = motors.get(i).rounded(command[i]);
    }
    return rounded;
  }

  private void assertDoes(double[] told, boolean held) {
    for (int i = 0; i < told.length; i++) {
      double does = outputs.get(i).getAsDouble();
      if (held) {
        assertEquals(told[i], does, 1e-9, "motor " + i);
      } else {
        assertTrue(off(does), "motor " + i + " was not let go: " + does);
      }
    }
  }

  private static boolean off(double does) {
    return Double.isNaN(does) || does == 0;
  }

  private boolean isForeign(List<double[]> told) {
    for (int i = 0; i < outputs.size(); i++) {
      double does = outputs.get(i).getAsDouble();
      boolean known = off(does);
      for (int k = 0; k < told.size() && !known; k++) {
        known = Math.abs(told.get(k)[i] - does) < 1e-9;
      }
      if (!known) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aStepperCountsItsStepsWhicheverLineCannotBeSet() {
    EmulatedStepper motor = new EmulatedStepper(1000, 100_000, () -> chance.nextDouble() >= .02);
    StepScale scale = new StepScale(ANGLE, .01, 3, 30, 500);
    Stepper stepper = StepperTest.stepper(motor, scale, 1000);
    drive = new Drive(new Motors(new OwnPins("gpio"), List.of(stepper)), 500, HOLD_SECONDS);
    BusPoller poller =
        new BusPoller("test", new Bus() {}, List.of(drive), IMPATIENT, motor::nowNanos);
    motors.add(stepper);
    DrivenActuators actuators = new DrivenActuators(targets());
    double[] command = new double[1];
    for (int i = 0; i < TIMES; i++) {
      motor.nanos(PERIOD_NANOS);
      command[0] = chance.nextInt(300) == 0 ? chance.nextDouble(-1, 1) : command[0];
      if (i % 5000 > 30) {
        actuators.write(command, new double[1], motor.nowNanos());
      }
      poller.poll();
      assertTrue(Math.abs(stepper.made() - motor.steps()) <= 1, "in the middle of a pulse");
    }
    assertEquals(0, motor.lost());
    assertTrue(drive.transfers() > TIMES / 2, drive.transfers() + " good turns only");
  }
}

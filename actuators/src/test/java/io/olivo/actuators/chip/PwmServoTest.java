package io.olivo.actuators.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.chip.emulated.EmulatedOutput;
import io.olivo.actuators.chip.emulated.EmulatedPca9685;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PwmServoTest {
  private static final Measure ANGLE = new Measure("angle", Unit.RADIAN);
  private static final PulseScale SCALE = new PulseScale(ANGLE, -1.5, 1.5, 500_000, 2_500_000);
  private static final long PERIOD = 20_000_000;

  private final EmulatedOutput output = new EmulatedOutput();
  private final PwmServo servo = new PwmServo(output, PERIOD, SCALE);

  private double pulse() {
    return output.getAsDouble() * PERIOD;
  }

  @ParameterizedTest
  @CsvSource({
    "-1.5, 500000",
    "0, 1500000",
    "1.5, 2500000",
    "-9, 500000",
    "9, 2500000",
    "-Infinity, 500000"
  })
  void aValueIsAPulseInAStraightLineThatStopsAtBothEnds(double value, long nanos)
      throws BusException {
    servo.write(value);
    assertEquals(nanos, pulse(), 1e-6);
    assertEquals(Math.clamp(value, -1.5, 1.5), servo.rounded(value), 1e-9);
  }

  @Test
  void aServoThatTurnsTheOtherWayHasItsLongerPulseFirst() throws BusException {
    PulseScale reversed = new PulseScale(ANGLE, -1, 1, 2_000_000, 1_000_000);
    PwmServo other = new PwmServo(output, PERIOD, reversed);
    other.write(1);
    assertEquals(1_000_000, pulse(), 1e-6);
    assertEquals(.5, other.rounded(.5), 1e-9);
  }

  @Test
  void letGoOrToldNoNumberItGetsNoPulse() throws BusException {
    servo.write(1);
    servo.release();
    assertEquals(0, pulse());
    servo.write(1);
    servo.write(Double.NaN);
    assertEquals(0, pulse());
  }

  @Test
  void whatBecomesOfAValueIsWhatTheChipMakesOfIt() throws BusException {
    EmulatedPca9685 chip = new EmulatedPca9685();
    EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(0x40, chip);
    Pca9685 board = new Pca9685(bus, 0x40, 50);
    PwmServo onBoard = new PwmServo(board.pulses(7), board.periodNanos(), SCALE);
    Motors motors = new Motors(board, List.of(onBoard));
    motors.begin(0);
    motors.begin(1);
    SplittableRandom chance = new SplittableRandom(5);
    for (int i = 0; i < 1000; i++) {
      double value = chance.nextDouble(-2, 2);
      motors.write(new double[] {value});
      double rounded = motors.rounded(0, value);
      assertEquals(SCALE.value(chip.highNanos(7)), rounded, 1e-12);
      assertEquals(rounded, motors.rounded(0, rounded), 1e-12);
      assertEquals(Math.clamp(value, -1.5, 1.5), rounded, .0037); // half of 4.88 us
    }
  }

  @Test
  void aPeriodThatTheOutputDoesNotHaveIsRefused() {
    Pca9685 board = new Pca9685(new EmulatedI2cBus(400e3, 1), 0x40, 50);
    assertThrows(
        IllegalArgumentException.class, () -> new PwmServo(board.pulses(0), PERIOD, SCALE));
  }

  @Test
  void scalesThatMakeNoSenseAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new PulseScale(ANGLE, 1, -1, 500_000, 2_500_000));
    assertThrows(
        IllegalArgumentException.class, () -> new PulseScale(ANGLE, -1, 1, 500_000, 500_000));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PulseScale(ANGLE, -1, Double.NaN, 500_000, 2_500_000));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new PwmServo(output, 2_000_000, SCALE));
    assertTrue(e.getMessage().contains("shorter than their period"), e.getMessage());
  }
}

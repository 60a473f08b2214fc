package io.olivo.actuators.servo;

import static io.olivo.actuators.servo.Register.unsigned;

import io.olivo.actuators.servo.Register.Sign;
import io.olivo.sensors.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model of servo.
 *
 * @param name as its maker writes it
 * @param number by which it tells its model
 * @param family of its packets and addresses
 * @param steps of its position per turn
 * @param effortSteps of all that it can do
 * @param readings what it measures; the first is its position
 * @param coarse where its velocity may have two units; null for one
 */
public record ServoModel(
    String name,
    int number,
    ServoFamily family,
    int steps,
    int effortSteps,
    List<Reading> readings,
    @Nullable CoarseUnit coarse) {
  /**
   * A bit that says which unit a reading has.
   *
   * @param register with the bit
   * @param mask of the bit; while it is 0 the unit is the coarse one
   * @param reading index
   * @param factor how much larger the coarse unit is
   */
  public record CoarseUnit(Register register, int mask, int reading, double factor) {}

  private static final double STEP = 2 * StrictMath.PI / 4096; // rad
  private static final double RPM = 2 * StrictMath.PI / 60; // rad/s
  private static final double CELSIUS = 273.15; // K at 0 °C
  private static final int MOST_CELSIUS = 150;
  private static final int MOST_EFFORT = 3000; // mA, or tenths of a per cent

  /**
   * Feetech STS3215, of the SO-100 and SO-101. Velocity is in steps per second when bit 2 of the
   * phase is set, as it is delivered, and else in 50 steps per second. Load is the share of the
   * voltage that the motor gets, not torque.
   */
  public static final ServoModel STS3215 =
      new ServoModel(
          "sts3215",
          777,
          ServoFamily.STS,
          4096,
          1000,
          List.of(
              Reading.turning(
                  "position", Unit.RADIAN, new Register(56, 2, Sign.BIT_15), STEP, 8191),
              Reading.turning(
                  "velocity",
                  Unit.RADIAN_PER_SECOND,
                  new Register(58, 2, Sign.BIT_15),
                  STEP,
                  12_000),
              Reading.turning("load", Unit.ONE, new Register(60, 2, Sign.BIT_10), 1e-3, 1000),
              Reading.turning(
                  "current", Unit.AMPERE, new Register(69, 2, Sign.BIT_15), 6.5e-3, 1023),
              Reading.plain("voltage", Unit.VOLT, unsigned(62, 1), .1, 0, 254),
              Reading.plain("temperature", Unit.KELVIN, unsigned(63, 1), 1, CELSIUS, MOST_CELSIUS)),
          new CoarseUnit(unsigned(18, 1), 0x04, 1, 50));

  /** Dynamixel XL330-M288-T. */
  public static final ServoModel XL330_M288 =
      dynamixel(
          "xl330-m288",
          1200,
          Reading.turning(
              "current",
              Unit.AMPERE,
              new Register(126, 2, Sign.TWOS_COMPLEMENT),
              1e-3,
              MOST_EFFORT));

  /** Dynamixel XL330-M077-T. */
  public static final ServoModel XL330_M077 =
      dynamixel(
          "xl330-m077",
          1190,
          Reading.turning(
              "current",
              Unit.AMPERE,
              new Register(126, 2, Sign.TWOS_COMPLEMENT),
              1e-3,
              MOST_EFFORT));

  /** Dynamixel XL430-W250-T; its load is an estimate of the servo's, not torque. */
  public static final ServoModel XL430_W250 =
      dynamixel(
          "xl430-w250",
          1060,
          Reading.turning(
              "load", Unit.ONE, new Register(126, 2, Sign.TWOS_COMPLEMENT), 1e-3, MOST_EFFORT));

  private static ServoModel dynamixel(String name, int number, Reading effort) {
    return new ServoModel(
        name,
        number,
        ServoFamily.DYNAMIXEL_X,
        4096,
        885,
        List.of(
            Reading.turning(
                "position", Unit.RADIAN, new Register(132, 4, Sign.TWOS_COMPLEMENT), STEP, 1 << 20),
            Reading.turning(
                "velocity",
                Unit.RADIAN_PER_SECOND,
                new Register(128, 4, Sign.TWOS_COMPLEMENT),
                .229 * RPM,
                2047),
            effort,
            Reading.plain("voltage", Unit.VOLT, unsigned(144, 2), .1, 0, 254),
            Reading.plain("temperature", Unit.KELVIN, unsigned(146, 1), 1, CELSIUS, MOST_CELSIUS)),
        null);
  }

  /** Refuses a model without a position, or with a reading that its block does not hold. */
  public ServoModel {
    readings = List.copyOf(readings);
    if (readings.isEmpty() || readings.getFirst().measure().unit() != Unit.RADIAN) {
      throw new IllegalArgumentException(name + " must measure its position first");
    }
    for (Reading reading : readings) {
      int at = reading.register().address() - family.table().block();
      if (at < 0 || at + reading.register().bytes() > family.table().blockBytes()) {
        throw new IllegalArgumentException(
            "%s of %s lies outside of what is read".formatted(reading.measure().name(), name));
      }
    }
  }
}

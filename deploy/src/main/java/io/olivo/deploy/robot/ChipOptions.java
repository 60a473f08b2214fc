package io.olivo.deploy.robot;

import io.olivo.sensors.Unit;
import java.util.List;

/** What may be chosen, and the pins; each is told once, whichever chips have it. */
final class ChipOptions {
  private static final String RANGE = "most that is measured; its range is the next larger one";

  static final ChipOption ACCELERATION =
      ChipOption.otherwise(
          "acceleration", Unit.METRE_PER_SECOND_SQUARED, "39 m/s^2", 1, 156.9, RANGE);
  static final ChipOption ROTATION =
      ChipOption.otherwise("rotation", Unit.RADIAN_PER_SECOND, "500 deg/s", .1, 34.9, RANGE);
  static final ChipOption SHUNT =
      ChipOption.otherwise(
          "shunt", Unit.OHM, "0.1 ohm", 1e-5, 100, "through which the current flows");
  static final ChipOption CURRENT =
      ChipOption.otherwise("current", Unit.AMPERE, "3.2 A", 1e-3, 1000, "most that is measured");
  static final ChipOption VOLTAGE =
      ChipOption.otherwise("voltage", Unit.VOLT, "4.096 V", .01, 6.144, RANGE);
  static final ChipOption STEPS =
      ChipOption.required(
          "steps", Unit.ONE, "2048", 1, 1e7, "edges of both lines in a turn, four per period");
  static final ChipOption FREQUENCY =
      ChipOption.otherwise(
          "frequency",
          Unit.HERTZ,
          "50 Hz",
          24,
          100_000,
          "of the pulses: servos 50 Hz, motors 1 kHz");
  static final ChipOption FULL =
      ChipOption.driven("full", "2 N*m", true, "what it does at full supply");
  static final ChipOption DEAD_BAND =
      ChipOption.driven("dead_band", "0 N*m", false, "less than this drives nothing");
  static final ChipOption LOW = ChipOption.driven("low", "-90 deg", true, "its lowest value");
  static final ChipOption HIGH = ChipOption.driven("high", "90 deg", true, "its highest value");
  static final ChipOption LOW_PULSE =
      ChipOption.otherwise(
          "low_pulse", Unit.SECOND, "1 ms", 1e-4, .01, "pulse of its lowest value");
  static final ChipOption HIGH_PULSE =
      ChipOption.otherwise(
          "high_pulse", Unit.SECOND, "2 ms", 1e-4, .01, "pulse of its highest value");

  static final ChipOption ID =
      ChipOption.required("id", Unit.ONE, "1", 0, 253, "its number on the line");
  static final ChipOption BAUD =
      ChipOption.otherwise(
          "baud", Unit.HERTZ, "1000 kHz", 9600, 4_000_000, "bits per second of its line");
  static final ChipOption EFFORT =
      ChipOption.otherwise("effort", Unit.ONE, "100 %", .01, 1, "the most it may do");
  static final ChipOption LOWEST =
      ChipOption.otherwise(
          "lowest", Unit.RADIAN, "-179 deg", -3.15, 3.15, "goal, from the middle of its turn");
  static final ChipOption HIGHEST =
      ChipOption.otherwise(
          "highest", Unit.RADIAN, "179 deg", -3.15, 3.15, "goal, from the middle of its turn");

  static final List<ChipOption> BUS_SERVO = List.of(ID, BAUD, EFFORT, LOWEST, HIGHEST);

  static final ChipPin A = new ChipPin("a", true, "gpio-5", "line of this name");
  static final ChipPin B = new ChipPin("b", true, "gpio-6", "line of this name");
  static final ChipPin PWM = new ChipPin("pwm", true, "board.0", "output with its pulses");
  static final ChipPin IN1 = new ChipPin("in1", true, "gpio-17", "its pin of this name");
  static final ChipPin IN2 = new ChipPin("in2", true, "gpio-27", "its pin of this name");
  static final ChipPin STANDBY =
      new ChipPin("standby", false, "gpio-22", "its pin STBY or nSLEEP, unless it is wired high");

  private ChipOptions() {}
}

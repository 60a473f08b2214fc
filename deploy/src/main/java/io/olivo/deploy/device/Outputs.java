package io.olivo.deploy.device;

import io.olivo.actuators.chip.OutputBoard;
import io.olivo.actuators.chip.OwnPins;
import io.olivo.actuators.chip.Pca9685;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.PwmNanos;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What motors hang on: outputs of boards, and lines and pulses of the computer itself. */
final class Outputs {
  /** The board that is the computer itself. */
  static final String OWN = "gpio";

  private final Buses buses;
  private final Map<String, Pca9685> boards = new LinkedHashMap<>(); // by device

  Outputs(Buses buses) {
    this.buses = buses;
  }

  void addBoard(DeviceSpec device) throws BusException {
    boards.put(
        device.name(),
        new Pca9685(buses.i2c(device.bus()), device.address(), device.value("frequency")));
  }

  /**
   * The board that a motor's outputs are on; some may be the computer's own.
   *
   * @throws IllegalArgumentException when there are two, which could not be told in one turn
   */
  String boardOf(DeviceSpec motor) {
    List<String> found =
        motor.pins().values().stream()
            .map(Outputs::head)
            .filter(boards::containsKey)
            .distinct()
            .sorted()
            .toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "its pins are on %s; let them be on one of the two"
              .formatted(String.join(" and ", found)));
    }
    return found.isEmpty() ? OWN : found.getFirst();
  }

  OutputBoard board(String name) {
    Pca9685 board = boards.get(name);
    return board == null ? new OwnPins(OWN) : board;
  }

  PwmNanos pulses(String pin) throws BusException {
    Pca9685 board = boards.get(head(pin));
    if (board != null) {
      return board.pulses(number(pin));
    }
    requireOwn(pin, "pwm-", "pulses");
    return buses.pulses(pin);
  }

  DigitalLine line(String pin) throws BusException {
    Pca9685 board = boards.get(head(pin));
    if (board != null) {
      return board.line(number(pin));
    }
    requireOwn(pin, "gpio-", "levels");
    return buses.output(pin);
  }

  private static void requireOwn(String pin, String prefix, String what) {
    if (!pin.startsWith(prefix)) {
      throw new IllegalArgumentException(
          "\"%s\" is no output of the computer or of a pca9685 that makes %s".formatted(pin, what));
    }
  }

  /** Of the pulses at a pin: the board's, or else what is common for what hangs on it [ns]. */
  long periodNanos(String pin, long common) {
    Pca9685 board = boards.get(head(pin));
    return board == null ? common : board.periodNanos();
  }

  private static String head(String pin) {
    int dot = pin.indexOf('.');
    return dot < 0 ? pin : pin.substring(0, dot);
  }

  private static int number(String pin) {
    return Integer.parseInt(pin.substring(pin.indexOf('.') + 1));
  }
}

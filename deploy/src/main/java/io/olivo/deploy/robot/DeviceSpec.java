package io.olivo.deploy.robot;

import io.olivo.sensors.Quantity;
import java.util.Map;
import java.util.Optional;

/**
 * A part that a robot is built of.
 *
 * @param name by which channels call it
 * @param chip what it is
 * @param bus what it hangs on, as in "i2c-1"; "" for one that has pins
 * @param address on I2C, 7 bits
 * @param rateHertz how often it is asked or told
 * @param pins what its pins hang on, by key, as in "board.0" or "gpio-17"
 * @param options what was chosen about it, by key
 */
public record DeviceSpec(
    String name,
    ChipKind chip,
    String bus,
    int address,
    double rateHertz,
    Map<String, String> pins,
    Map<String, Quantity> options) {
  /** Keeps its own copies. */
  public DeviceSpec {
    pins = Map.copyOf(pins);
    options = Map.copyOf(options);
  }

  /** What a pin hangs on; empty when it is wired. */
  public Optional<String> pin(String key) {
    return Optional.ofNullable(pins.get(key));
  }

  /** What was chosen, or is so by default [SI]. */
  public double value(String key) {
    return option(key).value();
  }

  /** The same with its unit. */
  public Quantity option(String key) {
    Quantity option = options.get(key);
    if (option == null) {
      throw new IllegalStateException("%s has no option %s".formatted(Key.word(chip), key));
    }
    return option;
  }
}

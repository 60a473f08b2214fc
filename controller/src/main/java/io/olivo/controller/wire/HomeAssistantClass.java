package io.olivo.controller.wire;

import io.olivo.sensors.Unit;
import java.util.Optional;

/**
 * Home Assistant's device classes of sensors whose SI unit it takes as it is, after its page
 * "Sensor", "Device class". A sensor of another unit has no class, and any unit.
 */
final class HomeAssistantClass {
  private HomeAssistantClass() {}

  static Optional<String> of(Unit unit) {
    return switch (unit) {
      case VOLT, AMPERE, WATT, KELVIN, PASCAL, HERTZ -> Optional.of(unit.quantity());
      default -> Optional.empty();
    };
  }
}

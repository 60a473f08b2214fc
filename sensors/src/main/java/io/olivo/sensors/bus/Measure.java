package io.olivo.sensors.bus;

import io.olivo.sensors.Unit;

/**
 * Something that a sensor measures, or that an actuator is told.
 *
 * @param name such as "angle"
 * @param unit of its values
 * @param cyclic whether it is an angle that begins anew after a turn
 */
public record Measure(String name, Unit unit, boolean cyclic) {
  /** Something that does not begin anew. */
  public Measure(String name, Unit unit) {
    this(name, unit, false);
  }
}

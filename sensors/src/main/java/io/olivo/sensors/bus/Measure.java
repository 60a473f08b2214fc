package io.olivo.sensors.bus;

import io.olivo.sensors.Unit;

/**
 * Something that a sensor measures.
 *
 * @param name such as "angle"
 * @param unit of its values
 */
public record Measure(String name, Unit unit) {}

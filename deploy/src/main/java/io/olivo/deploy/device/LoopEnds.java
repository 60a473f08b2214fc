package io.olivo.deploy.device;

import io.olivo.actuators.ActuatorIo;
import io.olivo.sensors.SensorIo;

/**
 * Where a loop ends.
 *
 * @param sensors what it reads
 * @param actuators what it drives
 */
public record LoopEnds(SensorIo sensors, ActuatorIo actuators) {}

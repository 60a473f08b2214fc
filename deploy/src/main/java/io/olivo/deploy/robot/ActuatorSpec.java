package io.olivo.deploy.robot;

import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.sensors.Channel;

/**
 * An actuator and its envelope.
 *
 * @param channel its name, unit and range
 * @param limits what it may be told [the channel's unit]
 */
public record ActuatorSpec(Channel channel, ActuatorLimits limits) {}

/**
 * The envelope around every command, part of what an actuator promises: {@link
 * io.olivo.actuators.safety.ActuatorLimits} as told by the robot file, {@link
 * io.olivo.actuators.safety.SafetyEnvelope} that keeps them.
 */
@NullMarked
package io.olivo.actuators.safety;

import org.jspecify.annotations.NullMarked;

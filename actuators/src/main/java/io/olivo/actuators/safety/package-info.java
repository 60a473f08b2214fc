/**
 * The envelope around every command, part of what an actuator promises: {@link
 * io.olivo.actuators.safety.ActuatorLimits} as told by the robot file, {@link
 * io.olivo.actuators.safety.SafetyEnvelope} that keeps them, {@link
 * io.olivo.actuators.safety.PowerLimit} with {@code PowerBound} for what is put into a joint.
 * {@link io.olivo.actuators.safety.FencedActuators} shuts out a loop that hangs.
 */
@NullMarked
package io.olivo.actuators.safety;

import org.jspecify.annotations.NullMarked;

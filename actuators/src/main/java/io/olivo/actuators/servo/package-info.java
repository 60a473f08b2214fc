/**
 * Bus servos: many on one half-duplex serial line, told where to go and asked how they are in one
 * turn.
 *
 * <ul>
 *   <li>{@link io.olivo.actuators.servo.FeetechProtocol}, {@link
 *       io.olivo.actuators.servo.DynamixelProtocol}: packets, without state.
 *   <li>{@link io.olivo.actuators.servo.ServoModel}, {@link io.olivo.actuators.servo.ServoFamily},
 *       {@code ControlTable}: registers and units, as data. {@link io.olivo.actuators.servo.Servo}:
 *       one of a robot.
 *   <li>{@link io.olivo.actuators.servo.ServoChain}: all of a line; a {@link
 *       io.olivo.actuators.bus.DrivenActuator} whose servos are {@link
 *       io.olivo.sensors.bus.Readings}. Its parts: {@code ServoBus} asks and tells, {@code
 *       ServoSetup} makes ready, {@code Grip} gives and takes the torque, {@code Witness} sees lost
 *       settings, {@code ServoState} is what is known of one. {@link
 *       io.olivo.actuators.servo.GentleStart}: the same, slow to its first goals.
 *   <li>{@link io.olivo.actuators.servo.Deadman}, {@link io.olivo.actuators.servo.GuardedLine}: no
 *       torque outlives this process.
 *   <li>{@code jserialcomm}: the line itself; {@code emulated}: lines and servos without hardware.
 * </ul>
 */
@NullMarked
package io.olivo.actuators.servo;

import org.jspecify.annotations.NullMarked;

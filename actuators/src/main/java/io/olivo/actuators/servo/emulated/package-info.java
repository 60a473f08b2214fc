/**
 * Bus servos that behave, without hardware: lines with emulated time, byte by byte, and servos with
 * the registers, the protections and the moods of real ones.
 *
 * <ul>
 *   <li>{@link io.olivo.actuators.servo.emulated.EmulatedFeetechLine}, {@link
 *       io.olivo.actuators.servo.emulated.EmulatedDynamixelLine}: the lines.
 *   <li>{@link io.olivo.actuators.servo.emulated.EmulatedSts3215}, {@link
 *       io.olivo.actuators.servo.emulated.EmulatedDynamixelX}: the servos.
 *   <li>{@link io.olivo.actuators.servo.emulated.ServoPlant}: what they move; {@link
 *       io.olivo.actuators.servo.emulated.FreeServo} when they move nothing.
 *   <li>{@link io.olivo.actuators.servo.emulated.ServoMishaps}: what goes wrong.
 * </ul>
 */
@NullMarked
package io.olivo.actuators.servo.emulated;

import org.jspecify.annotations.NullMarked;

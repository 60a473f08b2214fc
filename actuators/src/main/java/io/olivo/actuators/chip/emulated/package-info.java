/**
 * Chips that behave as their datasheets say, and the motors' side of them, without hardware.
 *
 * <ul>
 *   <li>{@link io.olivo.actuators.chip.emulated.EmulatedPca9685}: the duty of sixteen outputs.
 *   <li>{@link io.olivo.actuators.chip.emulated.EmulatedOutput}: an output of the computer itself.
 *   <li>{@link io.olivo.actuators.chip.emulated.EmulatedBridge}: which way and how much the motor
 *       is driven; {@link io.olivo.actuators.chip.emulated.EmulatedHBridge} and {@link
 *       io.olivo.actuators.chip.emulated.EmulatedDrv8833} by their truth tables.
 *   <li>{@link io.olivo.actuators.chip.emulated.EmulatedStepper}: counts the steps that were made
 *       and those that were lost.
 * </ul>
 */
@NullMarked
package io.olivo.actuators.chip.emulated;

import org.jspecify.annotations.NullMarked;

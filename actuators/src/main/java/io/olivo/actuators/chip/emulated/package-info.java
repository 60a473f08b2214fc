/**
 * Chips that behave as their datasheets say, and the motors' side of them, without hardware.
 *
 * <ul>
 *   <li>{@link io.olivo.actuators.chip.emulated.EmulatedPca9685}: the duty of sixteen outputs.
 *   <li>{@link io.olivo.actuators.chip.emulated.EmulatedOutput}: an output of the computer itself.
 * </ul>
 */
@NullMarked
package io.olivo.actuators.chip.emulated;

import org.jspecify.annotations.NullMarked;

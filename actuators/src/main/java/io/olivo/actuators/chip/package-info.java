/**
 * Drivers of motors, one class per way of telling them: SI units in, pulses and levels out. They
 * speak to the ports of {@code sensors.bus} and know nothing of the board.
 *
 * <ul>
 *   <li>{@link io.olivo.actuators.chip.Motors}: all motors of one board as one actuator.
 *   <li>{@link io.olivo.actuators.chip.OutputBoard}: where their outputs are: a {@link
 *       io.olivo.actuators.chip.Pca9685}, or the computer's {@link
 *       io.olivo.actuators.chip.OwnPins}.
 *   <li>{@link io.olivo.actuators.chip.Motor}: one of them. {@link
 *       io.olivo.actuators.chip.PwmServo}: a pulse's length is an angle ({@link
 *       io.olivo.actuators.chip.PulseScale}). {@link io.olivo.actuators.chip.HBridge} (TB6612FNG,
 *       L298N) and {@link io.olivo.actuators.chip.Drv8833}: a pulse's share is a torque ({@link
 *       io.olivo.actuators.chip.DutyScale}). {@link io.olivo.actuators.chip.Stepper}: an edge is a
 *       step ({@link io.olivo.actuators.chip.StepScale}).
 *   <li>{@code emulated}: the same chips without hardware.
 * </ul>
 */
@NullMarked
package io.olivo.actuators.chip;

import org.jspecify.annotations.NullMarked;

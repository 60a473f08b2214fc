/**
 * Drivers of chips and encoders, one class each: registers, lines or counts in, SI units out. They
 * speak to a bus of {@code sensors.bus} and know nothing of the board.
 *
 * <ul>
 *   <li>{@link io.olivo.sensors.chip.As5600}: magnetic angle.
 *   <li>{@link io.olivo.sensors.chip.As5047}: the same over SPI, finer and with a parity.
 *   <li>{@link io.olivo.sensors.chip.CounterEncoder}: angle by edges that are counted beside the
 *       processor; {@link io.olivo.sensors.chip.LineEncoder}: by two lines, for slow shafts.
 *   <li>{@link io.olivo.sensors.chip.Mpu6050}: acceleration, rate of turn, temperature.
 *   <li>{@link io.olivo.sensors.chip.Lsm6dsox}: the same, of another maker.
 *   <li>{@link io.olivo.sensors.chip.Icm20948}: the same, and the magnetic field; {@link
 *       io.olivo.sensors.chip.InvenSense}: ranges of both.
 *   <li>{@link io.olivo.sensors.chip.Bno055}: acceleration, rate of turn, and orientation; over a
 *       serial line by {@link io.olivo.sensors.chip.Bno055Serial}.
 *   <li>{@link io.olivo.sensors.chip.Ina219}, {@link io.olivo.sensors.chip.Ina226}: voltage and
 *       current.
 *   <li>{@link io.olivo.sensors.chip.Ads1115}: four voltages.
 *   <li>{@link io.olivo.sensors.chip.HcSr04}: distance by ultrasound, timed here.
 *   <li>{@code emulated}: the same chips without hardware.
 * </ul>
 */
@NullMarked
package io.olivo.sensors.chip;

import org.jspecify.annotations.NullMarked;

/**
 * Slow buses, off the tick: one thread per bus asks its chips, each at its own rate; the loop takes
 * the newest values with their stamps and never waits.
 *
 * <ul>
 *   <li>{@link io.olivo.sensors.bus.I2cBus}, {@link io.olivo.sensors.bus.SpiBus}, {@link
 *       io.olivo.sensors.bus.SerialLine}: what moves bytes; a driver knows nothing else of the
 *       board.
 *   <li>{@link io.olivo.sensors.bus.DigitalLine}: a line that is high or low.
 *   <li>{@link io.olivo.sensors.bus.Counter}: counts edges beside the processor; {@link
 *       io.olivo.sensors.bus.SysfsCounter} is one of Linux's.
 *   <li>{@link io.olivo.sensors.bus.Registers}: the registers of one chip.
 *   <li>{@link io.olivo.sensors.bus.PolledSensor}: a driver, in SI units.
 *   <li>{@link io.olivo.sensors.bus.BusPoller}: asks them, tries again, begins anew.
 *   <li>{@link io.olivo.sensors.bus.PolledSensors}: the loop's end of it.
 *   <li>{@code emulated}: buses and chips that behave, without hardware.
 * </ul>
 */
@NullMarked
package io.olivo.sensors.bus;

import org.jspecify.annotations.NullMarked;

/**
 * Slow buses, off the tick: one thread per bus talks to its chips, each at its own rate; the loop
 * takes the newest values with their stamps and never waits.
 *
 * <ul>
 *   <li>{@link io.olivo.sensors.bus.I2cBus}, {@link io.olivo.sensors.bus.SerialLine}, {@link
 *       io.olivo.sensors.bus.DigitalLine}, {@link io.olivo.sensors.bus.PwmNanos}: what moves bytes
 *       and levels; a driver knows nothing else of the board.
 *   <li>{@link io.olivo.sensors.bus.Registers}: the registers of one chip.
 *   <li>{@link io.olivo.sensors.bus.PolledSensor}: a driver, in SI units.
 *   <li>{@link io.olivo.sensors.bus.BusTask}: a device's turns, tried again, begun anew; {@link
 *       io.olivo.sensors.bus.Poll} asks a sensor and keeps its {@link
 *       io.olivo.sensors.bus.Readings}.
 *   <li>{@link io.olivo.sensors.bus.BusPoller}: the thread of a bus, which gives the turns.
 *   <li>{@link io.olivo.sensors.bus.PolledSensors}: the loop's end of it.
 *   <li>{@code emulated}: buses and chips that behave, without hardware.
 * </ul>
 */
@NullMarked
package io.olivo.sensors.bus;

import org.jspecify.annotations.NullMarked;

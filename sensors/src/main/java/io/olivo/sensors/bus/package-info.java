/**
 * Slow buses, off the tick: one thread per bus talks to its chips, each at its own rate; the loop
 * takes the newest values with their stamps and never waits.
 *
 * <ul>
 *   <li>{@link io.olivo.sensors.bus.I2cBus}, {@link io.olivo.sensors.bus.SpiBus}, {@link
 *       io.olivo.sensors.bus.SerialLine}: what moves bytes; {@link
 *       io.olivo.sensors.bus.DigitalLine}, {@link io.olivo.sensors.bus.PwmNanos}: levels and
 *       pulses. A driver knows nothing else of the board.
 *   <li>{@link io.olivo.sensors.bus.Counter}: counts edges beside the processor; {@link
 *       io.olivo.sensors.bus.SysfsCounter} is one of Linux's.
 *   <li>{@link io.olivo.sensors.bus.Registers}: the registers of one chip.
 *   <li>{@link io.olivo.sensors.bus.BusDevice}: what is made ready step by step; {@link
 *       io.olivo.sensors.bus.PolledSensor}: a driver of a sensor, in SI units, of so many {@link
 *       io.olivo.sensors.bus.Measure}s.
 *   <li>{@link io.olivo.sensors.bus.BusTask}: a device's turns, tried again, begun anew; {@link
 *       io.olivo.sensors.bus.Poll} asks a sensor and keeps its {@link
 *       io.olivo.sensors.bus.Readings}.
 *   <li>{@link io.olivo.sensors.bus.BusPoller}: the thread of a bus, which gives the turns.
 *   <li>{@link io.olivo.sensors.bus.PolledSensors}: the loop's end of it; {@link
 *       io.olivo.sensors.bus.TripleBuffer}: between the two, neither waits.
 *   <li>{@code emulated}: buses and chips that behave, without hardware.
 * </ul>
 */
@NullMarked
package io.olivo.sensors.bus;

import org.jspecify.annotations.NullMarked;

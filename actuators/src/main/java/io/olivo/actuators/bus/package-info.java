/**
 * The loop's commands, off the tick, to actuators on slow buses.
 *
 * <ul>
 *   <li>{@link io.olivo.actuators.bus.DrivenActuator}: a driver, told SI units.
 *   <li>{@link io.olivo.actuators.bus.Drive}: hands it the newest command, and lets go when none
 *       comes; its turns are given by an {@link io.olivo.sensors.bus.BusPoller}.
 *   <li>{@link io.olivo.actuators.bus.DrivenActuators}: the loop's end of it.
 * </ul>
 */
@NullMarked
package io.olivo.actuators.bus;

import org.jspecify.annotations.NullMarked;

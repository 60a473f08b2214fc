/**
 * Faults on purpose, around any IO: what breaks on real robots, at times that are written down.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.fault.FaultKind}: every kind with its exact meaning.
 *   <li>{@link io.olivo.controller.fault.ScheduledFault}: one fault: kind, part, begin, length,
 *       amount.
 *   <li>{@link io.olivo.controller.fault.Faults}: all faults of a run; puts them around sensors,
 *       actuators and pacer.
 *   <li>{@link io.olivo.controller.fault.FaultySensors}, {@link
 *       io.olivo.controller.fault.FaultyActuators}, {@link io.olivo.controller.fault.FaultyPacer}:
 *       the decorators.
 *   <li>{@link io.olivo.controller.fault.Sleeper}: what holds up the loop while a bus hangs.
 *   <li>{@code SensorFault} and its kinds, {@code OccasionalFault} for those that strike single
 *       samples, {@code ActuatorFault}: what a fault does to one part.
 * </ul>
 */
@NullMarked
package io.olivo.controller.fault;

import org.jspecify.annotations.NullMarked;

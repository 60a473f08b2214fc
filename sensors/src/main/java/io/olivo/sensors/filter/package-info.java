/**
 * Channels computed from other channels, one class per {@link io.olivo.sensors.filter.Filter}, and
 * readings that are not believed.
 *
 * <ul>
 *   <li>{@link io.olivo.sensors.filter.LowPass}: first-order lag.
 *   <li>{@link io.olivo.sensors.filter.Derivative}: low-passed difference quotient.
 *   <li>{@link io.olivo.sensors.filter.DerivedSensors}: appends such channels to a source.
 *   <li>{@link io.olivo.sensors.filter.PlausibleSensors}: refuses readings that jump, before any
 *       filter.
 * </ul>
 */
@NullMarked
package io.olivo.sensors.filter;

import org.jspecify.annotations.NullMarked;

/**
 * Channels computed from other channels, one class per filter.
 *
 * <ul>
 *   <li>{@link io.olivo.sensors.filter.LowPass}: first-order lag.
 *   <li>{@link io.olivo.sensors.filter.Derivative}: low-passed difference quotient.
 *   <li>{@link io.olivo.sensors.filter.DerivedSensors}: appends such channels to a source.
 * </ul>
 */
@NullMarked
package io.olivo.sensors.filter;

import org.jspecify.annotations.NullMarked;

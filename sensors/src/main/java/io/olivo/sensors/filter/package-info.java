/**
 * Channels computed from other channels, one class per {@link io.olivo.sensors.filter.Filter}, and
 * readings that are not believed.
 *
 * <ul>
 *   <li>{@link io.olivo.sensors.filter.LowPass}: first-order lag.
 *   <li>{@link io.olivo.sensors.filter.Derivative}: low-passed difference quotient.
 *   <li>{@link io.olivo.sensors.filter.Unwrap}: an angle within a turn into one that goes on.
 *   <li>{@link io.olivo.sensors.filter.DerivedSensors}: appends such channels to a source.
 *   <li>{@link io.olivo.sensors.filter.FusedSensors}: appends channels computed from several, by a
 *       {@link io.olivo.sensors.filter.Fusion}: {@link
 *       io.olivo.sensors.filter.ComplementaryAttitude}, tilt about one axis, or {@link
 *       io.olivo.sensors.filter.MadgwickAttitude}, a quaternion (Madgwick 2010).
 *   <li>{@link io.olivo.sensors.filter.PlausibleSensors}: refuses readings that jump, before any
 *       filter.
 * </ul>
 */
@NullMarked
package io.olivo.sensors.filter;

import org.jspecify.annotations.NullMarked;

/**
 * What a robot measures: one frame of channels per tick, in SI units, each value with its stamp.
 *
 * <ul>
 *   <li>{@link io.olivo.sensors.Unit}, {@link io.olivo.sensors.Quantity}: units are told once, as
 *       data; "30 deg" and "0.52 rad" mean the same channel value.
 *   <li>{@link io.olivo.sensors.Channel}: name, unit and plausible range.
 *   <li>{@link io.olivo.sensors.SampleFrame}: the newest value of every channel.
 *   <li>{@link io.olivo.sensors.SensorIo}: what fills a frame; a board, a simulator or a mirror.
 *   <li>{@code filter}: channels computed from other channels.
 * </ul>
 */
@NullMarked
package io.olivo.sensors;

import org.jspecify.annotations.NullMarked;

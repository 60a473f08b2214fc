/**
 * The simulator's end of the mirror: plays the hardware for a controller elsewhere, in lockstep.
 *
 * <ul>
 *   <li>{@link io.olivo.sim.mirror.MirrorHost}: the loop; one Sense, one Act, one step of the
 *       plant.
 *   <li>{@link io.olivo.sim.mirror.Episodes}: marks resets, endings and rewards, when there are
 *       any; {@link io.olivo.sim.mirror.TimedEpisodes}: one ends after a time, or when the
 *       controller asks.
 *   <li>{@link io.olivo.sim.mirror.HostCounters}: what it did so far.
 * </ul>
 *
 * <p>The controller's end is {@link io.olivo.controller.mirror}.
 */
@NullMarked
package io.olivo.sim.mirror;

import org.jspecify.annotations.NullMarked;

/**
 * Gives a loop again what once came into it from outside, and compares what it does.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.replay.RecordedRun}: reads a recording row by row, whole or cut.
 *   <li>{@link io.olivo.controller.replay.Playback}: gives it to a loop, through {@code
 *       ReplaySensors}, {@code ReplayActuators} and {@code ReplayPacer}, and compares.
 *   <li>{@link io.olivo.controller.replay.Difference}: where it first did something else.
 *   <li>{@link io.olivo.controller.replay.Adjustments}: makes adjustments of the loop again.
 * </ul>
 */
@NullMarked
package io.olivo.controller.replay;

import org.jspecify.annotations.NullMarked;

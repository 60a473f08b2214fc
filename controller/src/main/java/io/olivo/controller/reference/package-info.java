/**
 * Where the joints should be.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.reference.Trajectory}: positions over time; {@code Figure8,
 *       Reach, Noise, Mixed, Sines} are those of the bench plants, {@code CsvTrajectory} is a
 *       person's own, {@code Hold} stays.
 *   <li>{@link io.olivo.controller.reference.Handover}: from one trajectory into another, while it
 *       moves.
 *   <li>{@link io.olivo.controller.reference.Reference}: starts where the robot is, eases in, and
 *       adds velocities and accelerations.
 * </ul>
 */
@NullMarked
package io.olivo.controller.reference;

import org.jspecify.annotations.NullMarked;

/**
 * What motor error says of the command: the wanted command of a lag ago, for every learner that has
 * a use for it.
 *
 * <ul>
 *   <li>{@link OlivaryTarget}: the command that the plant turns out to have needed.
 *   <li>{@link Identification}, {@link LagRegression}, {@link Dither}: lag and inertia, measured at
 *       the start with a small bounded dither.
 *   <li>{@link TraceLine}: low-passed and delayed by the loop's lag; {@link DelayLine}: delayed
 *       only.
 *   <li>{@link OliveConfig}: what must be known of the robot.
 * </ul>
 *
 * <p>Teaching signal: an error vector. Sources: Kawato and Gomi (1992), feedback-error learning;
 * Herreros, Arsiwalla and Verschure (2016), traces as the loop's forward model; Ljung (1999),
 * System Identification.
 */
@NullMarked
package io.olivo.learning.olive;

import org.jspecify.annotations.NullMarked;

/**
 * Every incoming message, mutated.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.fuzz.WireFuzz}: puts them through what a link calls: the robot's
 *       door and loop, both ends of the mirror, an operator.
 *   <li>{@code Specimens}: valid messages; {@code Mutator}: what is done to them.
 *   <li>{@code Oracle}: whether a command may be let in, judged by another JSON reader and by
 *       nothing of the door's.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.fuzz;

import org.jspecify.annotations.NullMarked;

/**
 * How well a skill is done: {@link io.olivo.sim.score.ErrorTrace} compares with the truth, {@link
 * io.olivo.sim.score.RmsTrace} remembers.
 */
@NullMarked
package io.olivo.sim.score;

import org.jspecify.annotations.NullMarked;

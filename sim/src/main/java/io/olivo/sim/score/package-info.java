/** How well a skill is done: {@link io.olivo.sim.score.ErrorTrace} compares with the truth. */
@NullMarked
package io.olivo.sim.score;

import org.jspecify.annotations.NullMarked;

/**
 * How well a skill is done: {@link io.olivo.controller.score.ErrorTrace} compares with the truth,
 * {@link io.olivo.controller.score.RmsTrace} remembers.
 */
@NullMarked
package io.olivo.controller.score;

import org.jspecify.annotations.NullMarked;

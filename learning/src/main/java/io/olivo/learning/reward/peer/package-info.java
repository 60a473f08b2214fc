/**
 * Other learners from reward, to compare with: textbook rules behind the same door.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.reward.peer.RandomActions}: the null.
 *   <li>{@link io.olivo.learning.reward.peer.Reinforce}: Williams (1992); reward-weighted score of
 *       a linear policy, once per episode.
 *   <li>Shared: {@code InputScale}, {@code Decision}.
 * </ul>
 */
@NullMarked
package io.olivo.learning.reward.peer;

import org.jspecify.annotations.NullMarked;

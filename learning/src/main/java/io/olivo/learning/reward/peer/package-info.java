/**
 * Other learners from reward, to compare with: textbook rules behind the same door.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.reward.peer.RandomActions}: the null.
 *   <li>Once per episode, linear policies: {@link io.olivo.learning.reward.peer.Reinforce},
 *       Williams (1992); {@link io.olivo.learning.reward.peer.EpisodicPerturbation}, weight
 *       perturbation; {@link io.olivo.learning.reward.peer.AugmentedRandomSearch}, Mania, Guy and
 *       Recht (2018).
 *   <li>Once per episode, layered nets: {@link io.olivo.learning.reward.peer.NodePerturbedPolicy},
 *       Fiete and Seung (2006); {@code EpisodeScores}.
 *   <li>Every step, layered nets: {@link io.olivo.learning.reward.peer.AttentionGatedSarsa}, Pozzi,
 *       Bohte and Roelfsema (2020), for choices; {@link
 *       io.olivo.learning.reward.peer.StreamActorCritic}, Elsayed, Vasan and Mahmood (2024), with
 *       any {@link io.olivo.learning.credit.FeedbackPath}; {@code TracedNet}, {@code
 *       StochasticHead}.
 *   <li>Shared: {@code ScaledLearner}, {@code EpisodeSearch}; {@code InputScale}, {@code Decision},
 *       {@code LinearMap}.
 * </ul>
 */
@NullMarked
package io.olivo.learning.reward.peer;

import org.jspecify.annotations.NullMarked;

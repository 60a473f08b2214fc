/**
 * From a robot file to the parts of a loop: the one place that knows all IO sets.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.wiring.Wiring}: builds trajectories, learners, simulated robots and
 *       loops.
 *   <li>{@link io.olivo.deploy.wiring.Rule}: who learns: Olivo, the textbook's peers, what knows
 *       the plant.
 *   <li>{@code SkillWiring}: what depends on the skill, {@code TrackWiring}, {@code CancelWiring}
 *       or {@code RewardWiring}.
 *   <li>{@code LearnerWiring}, {@code TextbookWiring}, {@code ModelWiring}: Olivo, the textbook's
 *       learners, those that are told the plant's equations.
 *   <li>{@link io.olivo.deploy.wiring.SimWiring}: the simulated robot and its episodes.
 *   <li>{@link io.olivo.deploy.wiring.DashboardWiring}: what a watcher is told of a robot.
 *   <li>{@link io.olivo.deploy.wiring.Rig}: one run in this process, with its error trace.
 *   <li>{@link io.olivo.deploy.wiring.Seeds}: independent streams from one seed.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.wiring;

import org.jspecify.annotations.NullMarked;

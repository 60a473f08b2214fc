/**
 * Training of a reward skill on simulated robots, and what is left of it on another robot.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.training.TrainPlan}: what is trained, and why something cannot be.
 *   <li>{@link io.olivo.deploy.training.Training}: one learner per seed on all processors, with
 *       checkpoints; the best of the {@link io.olivo.deploy.training.Graduate}s wins.
 *   <li>{@code Apprentice}, {@code Practice}: one learner in its loop; {@code Gradebook}: what it
 *       was paid.
 *   <li>{@link io.olivo.deploy.training.MirrorTraining}: the same for the learner of a board and a
 *       simulator elsewhere.
 *   <li>{@link io.olivo.deploy.training.Examiner}: the {@link io.olivo.deploy.training.Score} of a
 *       learned state, without exploring.
 *   <li>{@link io.olivo.deploy.training.TransferBench}: a trained skill on a {@link
 *       io.olivo.deploy.training.Body} that it was not trained for.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.training;

import org.jspecify.annotations.NullMarked;

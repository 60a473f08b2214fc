/**
 * What is learned from reward: {@link io.olivo.sim.task.Task}, found by name in {@link
 * io.olivo.sim.task.Tasks}. A time limit is not a terminal state.
 *
 * <ul>
 *   <li>With Gymnasium's equations, beginnings and time limits: {@link io.olivo.sim.task.CartPole},
 *       {@link io.olivo.sim.task.Pendulum}, {@link io.olivo.sim.task.Acrobot}, {@link
 *       io.olivo.sim.task.MountainCar}.
 *   <li>Our own: {@link io.olivo.sim.task.SwingUp}, {@link io.olivo.sim.task.Reacher2}.
 *   <li>Made harder: {@link io.olivo.sim.task.LateTask}, {@link io.olivo.sim.task.NoisyTask};
 *       {@link io.olivo.sim.task.Circumstances} and {@link io.olivo.sim.task.TaskChange}.
 *   <li>How a learner is measured: {@link io.olivo.sim.task.RewardTrial} and its run; {@code
 *       GreedyJudge}, {@link io.olivo.sim.task.EpisodeScore}; the result is a {@link
 *       io.olivo.sim.task.RewardOutcome}.
 *   <li>Bodies that change again and again: {@link io.olivo.sim.task.ChangesTrial} and its run,
 *       {@link io.olivo.sim.task.Body}, {@code Bodies} and {@code BodyTrait}; the result is a
 *       {@link io.olivo.sim.task.ChangesOutcome} of {@link io.olivo.sim.task.Recovery Recoveries}.
 *   <li>What a step costs: {@link io.olivo.sim.task.CostCase}, {@link
 *       io.olivo.sim.task.PracticeClock}.
 *   <li>{@link io.olivo.sim.task.RewardAlgos}: every learner by name; {@code RewardSettings}: the
 *       constants of Olivo's own, by task.
 * </ul>
 */
@NullMarked
package io.olivo.sim.task;

import org.jspecify.annotations.NullMarked;

/**
 * What layered nets are trained on: {@link io.olivo.sim.train.Samples}, from
 *
 * <ul>
 *   <li>{@link io.olivo.sim.train.IdxFiles}: images of ten classes, 60 000 and 10 000 of 784
 *       pixels, where the files are installed; Xiao, Rasul and Vollgraf (2017).
 *   <li>{@link io.olivo.sim.train.Digits}: a small stand-in that is written at run time, 2000 and
 *       1000 of 64 pixels.
 *   <li>{@link io.olivo.sim.train.ArmMotion}: the torques of an arm that moves, 8 numbers to 2, one
 *       row after the other as they happen.
 * </ul>
 *
 * <p>How rules are measured on them: {@code RuleTask}, {@code RuleTrial} and its run, judge, angles
 * and clock; {@code RuleSettings} holds the frozen step sizes. On what, off the robot: {@code
 * Nd4jKernels} for batches on a desktop; {@code KernelsRace} and {@code FastestKernels} compare it
 * with rows.
 */
@NullMarked
package io.olivo.sim.train;

import org.jspecify.annotations.NullMarked;

/**
 * Error and reward together: an arm that learns to throw.
 *
 * <ul>
 *   <li>{@link io.olivo.sim.throwing.ThrowTrial}: what is measured, with {@link
 *       io.olivo.sim.throwing.Teachers} and {@link io.olivo.sim.throwing.ThrowOutcome}.
 *   <li>The world: {@code ThrowingArm}, {@code Hand}, {@code Ball}.
 *   <li>Who throws: {@code PathThrower} along a {@code Swing} that begins as the {@code ThrowPlan}
 *       says, {@code TorqueThrower}; made by {@code Throwers} with {@code ThrowSettings}.
 * </ul>
 */
@NullMarked
package io.olivo.sim.throwing;

import org.jspecify.annotations.NullMarked;

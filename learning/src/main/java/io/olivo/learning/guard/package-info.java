/**
 * Learning that is watched.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.guard.GuardedLearner}: a learner with its last accepted generation
 *       in the shadow, which takes over when the learner fails; cost: the shadow's tick.
 *   <li>{@code Contest}: which of two proposals was nearer to what was needed.
 *   <li>{@code Band}: whether the effort of the feedback is what it usually is.
 *   <li>{@code Jump}: whether a learner parts from its generation from one tick to the next.
 *   <li>{@code Sayings}, {@code Streak}: what was proposed some ticks ago; how long something has
 *       been true.
 *   <li>{@code Generation}: what was learned, first on probation, then to go back to.
 *   <li>{@link io.olivo.learning.guard.GuardConfig}: when to act.
 *   <li>{@link io.olivo.learning.guard.Verdict}: what is decided, told to a {@link
 *       io.olivo.learning.guard.GuardListener} with its numbers.
 * </ul>
 */
@NullMarked
package io.olivo.learning.guard;

import org.jspecify.annotations.NullMarked;

/**
 * What a learner must stand.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.hostile.HostileTeaching}: states and teaching that are wrong in
 *       every way that numbers can be.
 *   <li>{@link io.olivo.deploy.hostile.HostileLessons}: the same for a layered net and one rule.
 *   <li>{@link io.olivo.deploy.hostile.Soundness}: what became of the learner's state.
 *   <li>{@code HostileStream}: the nonsense itself.
 *   <li>{@link io.olivo.deploy.hostile.Poison}: turns what a learner knows into nonsense, in
 *       mid-run.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.hostile;

import org.jspecify.annotations.NullMarked;

/**
 * A layered net that learns a robot's inverse model in its loop.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.motor.NetLearner}: net, credit rule and replay behind the loop's
 *       door; {@link io.olivo.learning.motor.NetConfig}: what it must know.
 *   <li>{@link io.olivo.learning.motor.Hindsight}: which command an input turns out to have needed.
 * </ul>
 *
 * <p>Teaching signal: an error vector. Cost per tick: three forward passes and two steps of the
 * {@link io.olivo.learning.credit.CreditRule}. Sources: Kawato and Gomi (1992), feedback-error
 * learning; Vitter (1985), the replayed sample; Page (1954), the change detector.
 */
@NullMarked
package io.olivo.learning.motor;

import org.jspecify.annotations.NullMarked;

/**
 * Whether a robot can be trusted when something breaks: faults on purpose, while it learns.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.trust.Promises}: what must happen, fault by fault, stated before the
 *       run; a {@link io.olivo.deploy.trust.Promise} has a {@link io.olivo.deploy.trust.Cause} and
 *       a {@link io.olivo.deploy.trust.Must}. {@link io.olivo.deploy.trust.PromisePage}: as a page.
 *   <li>{@code Stage}: robot, faults and loop put up; {@code Diary} and {@code StuckWitness} note
 *       what happens on it, {@code Parts} says which part of a robot is broken.
 *   <li>{@link io.olivo.deploy.trust.BrokenRun}: one run with one fault, {@link
 *       io.olivo.deploy.trust.Observed} what happened in it.
 *   <li>{@link io.olivo.deploy.trust.WireWatch}: looks at the commands and knows nothing but the
 *       limits.
 *   <li>{@link io.olivo.deploy.trust.Judgement}: the one compared with the other.
 *   <li>{@link io.olivo.deploy.trust.FaultBench}: all of them, plant by plant and seed by seed.
 *   <li>{@link io.olivo.deploy.trust.Endurance}: hours of faults at random, each a {@code Mishap};
 *       {@link io.olivo.deploy.trust.EnduranceReport}: what became of it.
 *   <li>{@link io.olivo.deploy.trust.HangBench}: a loop that hangs, by the wall clock.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.trust;

import org.jspecify.annotations.NullMarked;

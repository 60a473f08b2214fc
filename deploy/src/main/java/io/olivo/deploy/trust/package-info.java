/**
 * Whether a robot can be trusted when something breaks: faults on purpose, while it learns.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.trust.Promises}: what must happen, fault by fault, stated before the
 *       run.
 *   <li>{@link io.olivo.deploy.trust.BrokenRun}: one run with one fault, {@link
 *       io.olivo.deploy.trust.Observed} what happened in it.
 *   <li>{@link io.olivo.deploy.trust.WireWatch}: looks at the commands and knows nothing but the
 *       limits.
 *   <li>{@link io.olivo.deploy.trust.Judgement}: the one compared with the other.
 *   <li>{@link io.olivo.deploy.trust.FaultBench}: all of them, plant by plant and seed by seed.
 *   <li>{@link io.olivo.deploy.trust.Endurance}: hours of faults at random.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.trust;

import org.jspecify.annotations.NullMarked;

/**
 * Every incoming message, mutated.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.fuzz.WireFuzz}: puts them through what a link calls: the robot's
 *       door and loop, both ends of the mirror, an operator, and all others.
 *   <li>{@code Specimens}: valid messages; {@code Mutator}: what is done to them.
 *   <li>{@code Targets}: who else hears messages, each a {@code Target} that knows what valid ones
 *       may bring about: {@code OutboxTarget} and {@code CollectorTarget} (events), {@code
 *       SnapshotsTarget} and {@code OffersTarget} (saved states), {@code BridgesTarget} (Home
 *       Assistant and Sparkplug, whose messages {@code HostCommand} makes and reads), {@code
 *       WatchersTarget}. {@link io.olivo.deploy.fuzz.Found}: what became of it.
 *   <li>{@code Oracle}: whether a command may be let in, judged by another JSON reader and by
 *       nothing of the door's.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.fuzz;

import org.jspecify.annotations.NullMarked;

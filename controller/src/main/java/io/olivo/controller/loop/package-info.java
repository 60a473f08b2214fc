/**
 * The control loop and when it ticks.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.loop.ControlLoop}: the tick, to be read aloud.
 *   <li>{@link io.olivo.controller.loop.Pacer}: decides when a tick runs; it alone blocks. {@link
 *       io.olivo.controller.loop.FastPacer} as fast as possible, {@link
 *       io.olivo.controller.loop.WallClockPacer} at a fixed rate, by a {@link
 *       io.olivo.controller.loop.RobotClock}; the mirror's waits for a simulator. {@link
 *       io.olivo.controller.loop.ForwardingPacer}: one around another, such as {@link
 *       io.olivo.controller.loop.TickLimit}.
 *   <li>{@link io.olivo.controller.loop.LoopParts}: what a loop is made of; {@code LoopMemory}:
 *       what those parts remember between two ticks.
 *   <li>{@link io.olivo.controller.loop.StateMachine}: the ways between the {@link
 *       io.olivo.controller.loop.LoopState}s; {@link io.olivo.controller.loop.Order}: what a person
 *       may tell it, {@code Orders} the letter box, {@code Requests} all letter boxes and what the
 *       loop makes of them; {@link io.olivo.controller.loop.Errand}: one that expires. {@link
 *       io.olivo.controller.loop.Adjustment}: a change of the loop's parts.
 *   <li>{@link io.olivo.controller.loop.Supervisor}: sees by the {@code Pulse} that a loop is dead,
 *       and answers for it; {@code Lifeline} is all that it holds of one. {@link
 *       io.olivo.controller.loop.RecordedSupervisor}: the same again in a replay.
 *   <li>{@link io.olivo.controller.loop.LoopListener}: what happened beside the ticks.
 *   <li>{@link io.olivo.controller.loop.GroundTruth}: what only a simulator knows.
 * </ul>
 */
@NullMarked
package io.olivo.controller.loop;

import org.jspecify.annotations.NullMarked;

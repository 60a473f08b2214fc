/**
 * The control loop and when it ticks.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.loop.ControlLoop}: the tick, to be read aloud.
 *   <li>{@link io.olivo.controller.loop.Pacer}: decides when a tick runs; it alone blocks. {@link
 *       io.olivo.controller.loop.FastPacer} as fast as possible, {@link
 *       io.olivo.controller.loop.WallClockPacer} at a fixed rate; the mirror's waits for a
 *       simulator.
 *   <li>{@link io.olivo.controller.loop.StateMachine}: disarmed, armed, running, frozen, stopped;
 *       {@link io.olivo.controller.loop.Order}: what a person may tell it.
 *   <li>{@link io.olivo.controller.loop.Supervisor}: sees a dead loop and answers for it.
 *   <li>{@link io.olivo.controller.loop.LoopListener}: what happened beside the ticks.
 *   <li>{@link io.olivo.controller.loop.GroundTruth}: what only a simulator knows.
 * </ul>
 */
@NullMarked
package io.olivo.controller.loop;

import org.jspecify.annotations.NullMarked;

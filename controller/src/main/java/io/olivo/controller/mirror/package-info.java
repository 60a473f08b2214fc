/**
 * The controller's end of the mirror: a simulator elsewhere plays the hardware, in lockstep.
 *
 * <pre>{@code
 * simulator                        controller
 *   Sense(seq n)   ------------->    one tick
 *   applies it     <-------------    Act(seq n)
 *   steps the plant
 *   Sense(seq n+1) ------------->    ...
 * }</pre>
 *
 * <ul>
 *   <li>{@link io.olivo.controller.mirror.MirrorEndpoint}: opens it, and hands out the three ports
 *       of the loop: {@link io.olivo.controller.mirror.MirrorSensors}, {@link
 *       io.olivo.controller.mirror.MirrorActuators}, {@link
 *       io.olivo.controller.mirror.LockstepPacer}.
 *   <li>{@link io.olivo.controller.mirror.Lockstep}: what to do with a Sense; all the rules about
 *       sessions, lost, late and doubled messages.
 *   <li>{@link io.olivo.controller.mirror.Mailbox}: brings a message from the link's thread to the
 *       loop's.
 * </ul>
 *
 * <p>Time is the simulator's: {@code nowNanos} and {@code dt} come from the message. The wall clock
 * only tells whether the simulator is still there.
 */
@NullMarked
package io.olivo.controller.mirror;

import org.jspecify.annotations.NullMarked;

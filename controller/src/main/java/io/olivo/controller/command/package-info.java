/**
 * The robot's door: which commands are obeyed. Nothing here knows a broker or a loop, and time is
 * an argument.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.command.CommandDoor}: all checks, in one order, within {@code
 *       DoorLimits}; {@link io.olivo.controller.command.Entry}: what it says.
 *   <li>{@code MessageChecks}: what can be seen before a message is read; {@link
 *       io.olivo.controller.command.ReturnAddress}: where its answer may go.
 *   <li>{@code Senders}: who said what last, so that nothing is obeyed twice or in the wrong order;
 *       of bounded size.
 *   <li>{@link io.olivo.controller.command.TokenBucket}: how many a second.
 *   <li>{@link io.olivo.controller.command.Deadline}: decides once, on whichever thread comes
 *       first, whether something is done in time or never.
 *   <li>{@link io.olivo.controller.command.DoorCounters}: how many for which reason.
 * </ul>
 */
@NullMarked
package io.olivo.controller.command;

import org.jspecify.annotations.NullMarked;

/**
 * Commands over MQTT, at both ends.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.command.CommandService}: the robot's end, from the door to the
 *       answer; {@code Obedience}: does what was let in, {@code SlowWork} off the link's thread.
 *   <li>{@link io.olivo.deploy.command.Adjustments}: what a command changes of the loop's parts;
 *       {@link io.olivo.deploy.command.Change}: one of these. A replay makes them again from their
 *       text.
 *   <li>{@code LoopOrder}: an order that the loop obeys in time or not at all; {@code Newest}: of
 *       values set several times before a beat the last counts.
 *   <li>{@code Answers}: waits for what becomes of commands, and sends it.
 *   <li>{@link io.olivo.deploy.command.Candidates}: snapshots to be tried out; {@code GainBounds}:
 *       how far gains may go; {@code SnapshotNow}: one that is made when asked for.
 *   <li>{@code Outcome}, {@link io.olivo.deploy.command.RefusedException}: what became of a
 *       command.
 *   <li>{@link io.olivo.deploy.command.Operator}: the other end: sends a command and waits.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.command;

import org.jspecify.annotations.NullMarked;

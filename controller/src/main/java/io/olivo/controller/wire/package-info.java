/**
 * What travels over MQTT: a pure codec of JSON messages, version 1, which knows no broker.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.wire.Topics}: where the messages of one robot go.
 *   <li>{@link io.olivo.controller.wire.Description}, {@link io.olivo.controller.wire.State}:
 *       retained; what the robot has, and whether it is there; {@link
 *       io.olivo.controller.wire.Dashboard} and {@link io.olivo.controller.wire.BodyPart} for those
 *       who watch.
 *   <li>{@link io.olivo.controller.wire.TelemetryFrame}, {@link io.olivo.controller.wire.Event}:
 *       what it does.
 *   <li>{@link io.olivo.controller.wire.Have}, {@link io.olivo.controller.wire.Kept}: so that no
 *       event is lost.
 *   <li>{@link io.olivo.controller.wire.SnapshotNote}, {@link
 *       io.olivo.controller.wire.ChunkRequest}, {@link io.olivo.controller.wire.Chunk}: saved
 *       states, from the robot.
 *   <li>{@link io.olivo.controller.wire.Offer}, {@link io.olivo.controller.wire.OfferPiece}, {@link
 *       io.olivo.controller.wire.OfferAnswer}: saved states, to the robot.
 *   <li>{@link io.olivo.controller.wire.Command}, {@link io.olivo.controller.wire.Instruction} and
 *       {@link io.olivo.controller.wire.CommandWord}: what an operator wants; {@link
 *       io.olivo.controller.wire.Answer} and {@link io.olivo.controller.wire.Reason}: what became
 *       of it.
 *   <li>{@link io.olivo.controller.wire.Sense}, {@link io.olivo.controller.wire.Act}: the mirror, a
 *       simulator in lockstep with the controller.
 *   <li>{@link io.olivo.controller.wire.WireException}: all that a malformed message can do.
 * </ul>
 *
 * <p>Rules: a field that is not known is skipped; another version is refused; a number that is not
 * finite is the string "NaN", "Infinity" or "-Infinity"; every double arrives bit for bit.
 */
@NullMarked
package io.olivo.controller.wire;

import org.jspecify.annotations.NullMarked;

/**
 * The watcher's end: what robots said, and how it is shown. Nothing here commands a robot; a
 * recorder asks for the events that it lacks.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.watch.Fleet}: hears all robots of a broker, or one.
 *   <li>{@link io.olivo.deploy.watch.WatchedRobot}: one of them, as it was last heard; {@link
 *       io.olivo.deploy.watch.RobotView}: a picture of it at one moment, {@link
 *       io.olivo.deploy.watch.Presence}: whether it is there.
 *   <li>{@code Room}: the memory that all of them have together.
 *   <li>{@link io.olivo.deploy.watch.SequenceGaps}: how many messages are missing, {@link
 *       io.olivo.deploy.watch.History}: a number over time.
 *   <li>{@link io.olivo.deploy.watch.FleetTable}, {@link io.olivo.deploy.watch.RobotScreen}: for a
 *       terminal; {@link io.olivo.deploy.watch.WatchJson}: for programs.
 *   <li>{@link io.olivo.deploy.watch.WireRecorder}: what MQTT brought, in an MCAP file, by {@code
 *       WireSchemas}.
 *   <li>{@code web}: for a browser.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.watch;

import org.jspecify.annotations.NullMarked;

/**
 * What surrounds a running loop in a process.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.session.LoopThread}: the loop on a thread of its own, stopped
 *       safely.
 *   <li>{@link io.olivo.deploy.session.BrokerAccess}: address, login and TLS of the broker, for
 *       every verb.
 *   <li>{@link io.olivo.deploy.session.RobotLink}: description, state, telemetry and events; {@link
 *       io.olivo.deploy.session.RobotLinks}: opens the one of a run, with what it keeps on disk.
 *   <li>{@link io.olivo.deploy.session.RobotHealth}: numbers of the robot itself, in telemetry.
 *   <li>{@link io.olivo.deploy.session.DeviceNews}: how buses and devices do, as an event.
 *   <li>{@link io.olivo.deploy.session.SimulatorProcess}: a simulator as a child process.
 *   <li>{@link io.olivo.deploy.session.LearnedState}: the learned state in a file.
 *   <li>{@link io.olivo.deploy.session.StateLabel}: for which robot it is, and whether its file
 *       changed since.
 *   <li>{@link io.olivo.deploy.session.Snapshots}: generations of it while the loop runs, in a
 *       {@link io.olivo.deploy.session.StateFolder}; {@link io.olivo.deploy.session.StateDiff}: how
 *       two differ.
 *   <li>{@link io.olivo.deploy.session.Checkpoint}: a whole run in a file, to go on with.
 *   <li>{@link io.olivo.deploy.session.TickDigest}: whether two runs did the same, bit for bit.
 *   <li>{@link io.olivo.deploy.session.LibraryLogs}: silence of the libraries.
 *   <li>{@link io.olivo.deploy.session.SpokenOrders}: orders as words on standard input.
 *   <li>{@link io.olivo.deploy.session.LinkGuard}: what to do when nobody listens any more.
 *   <li>{@link io.olivo.deploy.session.Systemd}: what systemd is told.
 *   <li>{@link io.olivo.deploy.session.HardwareWatchdog}: what restarts the board.
 *   <li>{@link io.olivo.deploy.session.Version}: of this software.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.session;

import org.jspecify.annotations.NullMarked;

/**
 * A robot as a service of systemd. The unit itself is one file for all robots, {@code
 * systemd/olivo.service} of a release; here is what one robot needs beyond it.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.service.DeviceNode}: a file of the kernel, and whose it is.
 *   <li>{@link io.olivo.deploy.service.RobotDevices}: those that a robot file names.
 *   <li>{@link io.olivo.deploy.service.Placed}: where program and robot file are on the board.
 *   <li>{@link io.olivo.deploy.service.DropIn}: what systemd is told about this robot.
 *   <li>{@link io.olivo.deploy.service.UdevRules}: what udev is told, so that no program needs
 *       root.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.service;

import org.jspecify.annotations.NullMarked;

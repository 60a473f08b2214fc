/**
 * How the parts of a robot were built in: found out with a person, kept beside the robot file.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.calibrate.Calibrator}: asks for one thing after the other.
 *   <li>{@link io.olivo.deploy.calibrate.Readings}: what devices say; {@link
 *       io.olivo.deploy.calibrate.DeviceReadings}: by their drivers.
 *   <li>{@link io.olivo.deploy.calibrate.Person}: who moves the robot.
 * </ul>
 *
 * The result is a {@link io.olivo.deploy.robot.Calibration}.
 */
@NullMarked
package io.olivo.deploy.calibrate;

import org.jspecify.annotations.NullMarked;

/**
 * The robot file: one YAML file that describes a robot, read into immutable records.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.robot.RobotFile}: reads a file; finds all problems, not only one.
 *   <li>{@link io.olivo.deploy.robot.RobotFileException}, {@link io.olivo.deploy.robot.Problem}:
 *       file, line, key, value and remedy, one line each.
 *   <li>{@link io.olivo.deploy.robot.RobotSpec}: the result; its parts are {@code ...Spec} records
 *       and {@link io.olivo.deploy.robot.Joint}, {@link io.olivo.deploy.robot.Axis}.
 *   <li>{@link io.olivo.deploy.robot.HardwareSpec}: what it is built of: {@link
 *       io.olivo.deploy.robot.DeviceSpec}s, and the {@link io.olivo.deploy.robot.Connection} of
 *       each channel. {@link io.olivo.deploy.robot.ChipKind}: the chips, with {@code ChipOptions}
 *       and pins; {@link io.olivo.deploy.robot.BusKind}: what they hang on.
 *   <li>{@link io.olivo.deploy.robot.Calibration}: what was found out about one robot, beside its
 *       file.
 *   <li>{@link io.olivo.deploy.robot.FaultFile}: reads a file that holds faults only.
 *   <li>{@link io.olivo.deploy.robot.Explain}: every key with its default and meaning.
 *   <li>{@code Schema}, {@code Section}, {@code Key}: the keys, declared once for the reader and
 *       for {@code Explain}.
 *   <li>{@code Field}, {@code Fields}: a value and a block of values, each with its line.
 *   <li>{@code ...Reader}: one part of the file each.
 * </ul>
 *
 * All numbers are in SI after reading.
 */
@NullMarked
package io.olivo.deploy.robot;

import org.jspecify.annotations.NullMarked;

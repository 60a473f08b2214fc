/**
 * From the devices of a robot file to their drivers, on the buses of a board or on emulated ones.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.device.Devices}: all devices of a robot, with both ends of the loop.
 *   <li>{@code SensorPart}, {@code MotorPart}, {@code ServoPart}: what measures, what moves, and
 *       what does both; {@code Connections}: channels, and what is wrong with them.
 *   <li>{@code SensorDrivers}, {@code MotorDrivers}, {@code Outputs}: the driver of each chip.
 *   <li>{@link io.olivo.deploy.device.Buses}: where bytes and levels go; {@link
 *       io.olivo.deploy.device.BoardBuses}: to this computer's; {@link
 *       io.olivo.deploy.device.EmulatedBuses}: to emulated chips.
 *   <li>{@link io.olivo.deploy.device.LoopEnds}: what a loop reads and drives.
 *   <li>{@link io.olivo.deploy.device.ArmedActuators}: nothing moves before it is armed.
 *   <li>{@link io.olivo.deploy.device.MeasuredTruth}: what a real robot is judged by.
 *   <li>{@link io.olivo.deploy.device.SimulatedDevices}: a simulated robot behind them, with {@code
 *       ChipEmulators}, {@code MotorEmulators}, {@code PlantServo} and {@code DeviceWorld}, what a
 *       chip feels.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.device;

import org.jspecify.annotations.NullMarked;

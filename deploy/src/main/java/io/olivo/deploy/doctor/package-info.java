/**
 * Looks at a robot and at the computer under it, and says what to do. Nothing here moves a motor.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.doctor.Checks}: all checks in the order in which to mend things.
 *   <li>{@link io.olivo.deploy.doctor.Check}: one finding with its remedy.
 *   <li>{@code RuntimeCheck}: version and flags of the JDK.
 *   <li>{@code BrokerCheck}: whether anything listens at the broker's address.
 *   <li>{@code DiskCheck}: space where the learned state is kept.
 *   <li>{@link io.olivo.deploy.doctor.DeviceChecks}: asks the devices of the robot; {@code
 *       BusScan}: who else answers.
 *   <li>{@code TimingCheck}: how late the computer wakes the loop, measured by {@link
 *       io.olivo.deploy.doctor.Jitter} and told as {@link io.olivo.deploy.doctor.Lateness}; {@code
 *       LatencyAdvice}: what would help.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.doctor;

import org.jspecify.annotations.NullMarked;

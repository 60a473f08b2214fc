/**
 * What a robot must not go on with. Each watch looks at every tick for one kind of trouble and
 * answers with a {@link io.olivo.controller.failsafe.Fault}: learn nothing, pause, or stop until
 * somebody arms again. Limits: {@link io.olivo.controller.failsafe.FailsafeConfig}.
 *
 * <table>
 * <caption>Watches</caption>
 * <tr><th>watch</th><th>sees</th><th>answer</th></tr>
 * <tr><td>DoubtfulReading</td><td>a reading that is not believed</td><td>learn nothing</td></tr>
 * <tr><td>LostSensor</td><td>no good value for too long</td><td>pause, later stop</td></tr>
 * <tr><td>StuckSensor</td><td>the same reading where it should change</td><td>stop</td></tr>
 * <tr><td>ClockJump</td><td>time that leaps or runs backwards</td><td>pause</td></tr>
 * <tr><td>Overrun</td><td>late ticks in a row</td><td>stop</td></tr>
 * <tr><td>FollowingError</td><td>a joint far from its reference</td><td>stop</td></tr>
 * <tr><td>Stall</td><td>effort and error and no motion</td><td>stop</td></tr>
 * <tr><td>Overheat</td><td>a hot motor</td><td>less range, then stop</td></tr>
 * <tr><td>BrownOut</td><td>a weak supply</td><td>pause until it has recovered</td></tr>
 * </table>
 *
 * <p>{@link io.olivo.controller.failsafe.Surroundings} builds the watches that make sense for a
 * robot, {@link io.olivo.controller.failsafe.Failsafes} asks them all, {@link
 * io.olivo.controller.failsafe.Trouble} is what can go wrong, with its advice. {@code LastingWatch}
 * is what most {@link io.olivo.controller.failsafe.Watch}es have in common.
 *
 * <p>A dead loop is seen from outside, by {@link io.olivo.controller.loop.Supervisor}; implausible
 * jumps of a reading before any filter, by {@link io.olivo.sensors.filter.PlausibleSensors}.
 */
@NullMarked
package io.olivo.controller.failsafe;

import org.jspecify.annotations.NullMarked;

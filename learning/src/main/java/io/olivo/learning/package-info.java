/**
 * Local learning rules that a robot runs while it moves, with no dependency on anything.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.Learner}: what the control loop calls; {@link
 *       io.olivo.learning.Teaching} is what it is told afterwards.
 *   <li>{@link io.olivo.learning.FeatureMap}, {@link io.olivo.learning.Formulas}: from measured and
 *       desired values to scaled inputs.
 *   <li>{@link io.olivo.learning.Elementary}, {@link io.olivo.learning.Chance}: functions and
 *       random numbers that are the same, bit for bit, on every processor.
 *   <li>{@link io.olivo.learning.Rows}: row arithmetic in one fixed order of summation.
 *   <li>{@code expansion}, {@code readout}: fixed features, and rules for linear readouts of them.
 *   <li>{@code cerebellum}: the default learner for motor errors; {@code olive}: the command that
 *       they say was needed.
 *   <li>{@code net}, {@code credit}, {@code motor}: layered nets, rules that teach them, and a net
 *       that drives a robot.
 *   <li>{@code reward}: learners from a scalar, with their peers; {@code guard}: a learner that is
 *       not trusted blindly.
 *   <li>{@code textbook}: the rules it is measured against.
 *   <li>{@code snapshot}: what has been learned, as a checksummed file.
 * </ul>
 */
@NullMarked
package io.olivo.learning;

import org.jspecify.annotations.NullMarked;

/**
 * The cerebellar learner: an adaptive inverse model of the plant, taught by the feedback's effort.
 *
 * <pre>
 * inputs -&gt; {@link ProductFeatures} z, granules g -&gt; {@link Readout} w -&gt; learned command
 *                     |  trace: low-passed and delayed by the loop's lag
 * feedback, error -&gt; target y -&gt; e = y - w.z -&gt; {@link BlockedLeastSquares}, LMS
 * </pre>
 *
 * <ul>
 *   <li>{@link CerebellarLearner}: puts the parts together.
 *   <li>{@link MossyCode}: what the readout sees, now and delayed by the lag.
 *   <li>{@link CerebellarConstants}: one set of constants for every robot.
 *   <li>{@link io.olivo.learning.olive}: target y, traces; lag and inertia, measured at the start.
 *   <li>{@link ClimbingFibre}: when the error reaches the plasticity, on every tick or at events.
 *   <li>{@link SlowError}, {@link Trust}, {@link GainFloor}, {@link SurpriseGate}: how fast to
 *       learn, tick by tick.
 *   <li>{@link BlockedLeastSquares}: the same update for more features than one covariance bears.
 *   <li>{@link ReadoutBank}: remembers every plant met; {@link SlotErrors}, {@link Evidence}: which
 *       of them it is now, {@link Novelty}: none of them, {@link SlotMerger}: two that are one.
 *   <li>{@link StreamRegressor}: the same readout on a recorded stream; {@link RunningScale},
 *       {@link StreamCode}, {@link ErrorBound}: its scales, features and guard against glitches.
 *   <li>{@link ProductExpansion}: the products for other learners; {@link CerebellarParts}: the
 *       tick in parts, for measuring.
 * </ul>
 *
 * <p>Teaching signal: an error vector. Cost per tick: O(k^2 + slots (k + N)) for k products and N
 * granules. Sources: Fujita (1982), adaptive filter model; Kawato and Gomi (1992), feedback-error
 * learning; Herreros, Arsiwalla and Verschure (2016), traces as the loop's forward model; Wolpert
 * and Kawato (1998), paired models; Page (1954), chosen by a cumulative sum.
 */
@NullMarked
package io.olivo.learning.cerebellum;

import org.jspecify.annotations.NullMarked;

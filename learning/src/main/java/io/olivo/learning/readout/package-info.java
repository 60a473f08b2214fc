/**
 * Linear readouts of fixed expansions, learned while they are used: the shallow learners.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.readout.ExpandedRegressor}: an expansion, weights and a rule, for
 *       regression on a stream; teaching signal: target.
 *   <li>{@link io.olivo.learning.readout.NegativeImage}: cancels what a robot's own commands do to
 *       its senses, Muller, Zadina, Abbott and Sawtell (2019); no teaching signal. Cost O(N).
 *   <li>{@link io.olivo.learning.readout.ReadoutWeights}: weights from units to outputs, moved by a
 *       {@link io.olivo.learning.readout.ReadoutRule}; teaching signal of all rules: error.
 *   <li>{@link io.olivo.learning.readout.LeastMeanSquares}: Widrow and Hoff (1960), on tuning
 *       curves PES, MacNeil and Eliasmith (2011). Cost O(N).
 *   <li>{@link io.olivo.learning.readout.NormalisedLeastMeanSquares}: Nagumo and Noda (1967). Cost
 *       O(N).
 *   <li>{@link io.olivo.learning.readout.RecursiveLeastSquares}: Ljung and Soderstrom (1983); the
 *       one that the cerebellar and the textbook learners use, too. Cost O(N^2).
 * </ul>
 *
 * <p>The same rules drive a robot in the package {@code textbook}.
 */
@NullMarked
package io.olivo.learning.readout;

import org.jspecify.annotations.NullMarked;

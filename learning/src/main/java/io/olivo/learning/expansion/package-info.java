/**
 * Fixed random expansions: many simple nonlinear views of a few inputs, on which a linear readout
 * can learn.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.expansion.GranuleLayer}: sparse, four inputs each (Litwin-Kumar et
 *       al. 2017). Cost d N.
 *   <li>{@link io.olivo.learning.expansion.TuningCurves}: dense, all inputs each, as in the Neural
 *       Engineering Framework (Eliasmith and Anderson 2003). Cost d N.
 *   <li>{@link io.olivo.learning.expansion.TanhFeatures}: hyperbolic tangents, the inputs and 1
 *       (Schmidt et al. 1992; Pao et al. 1994). Cost d N and N tanh.
 *   <li>{@link io.olivo.learning.expansion.FourierFeatures}: cosines, whose inner product is the
 *       Gaussian kernel (Rahimi and Recht 2007). Cost d N and N cos.
 *   <li>{@link io.olivo.learning.expansion.Reservoir}: recurrent, with a memory (Sussillo and
 *       Abbott 2009). Cost N (N/10 + d).
 * </ul>
 *
 * <p>The package {@code readout} learns on them.
 */
@NullMarked
package io.olivo.learning.expansion;

import org.jspecify.annotations.NullMarked;

/**
 * Textbook rules behind the same door as the cerebellar learner, to measure it against.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.textbook.FeedbackErrorLearner}: Kawato and Gomi (1992), normalised
 *       LMS on a granule layer or on products; teaching signal: error. Cost O(N).
 *   <li>{@link io.olivo.learning.textbook.LeastSquaresLearner}: the same with recursive least
 *       squares, Ljung and Soderstrom (1983); teaching signal: error. Cost O(k^2).
 *   <li>{@link io.olivo.learning.textbook.ForceLearner}: Sussillo and Abbott (2009), recursive
 *       least squares on a reservoir; teaching signal: error. Cost O(N^2).
 *   <li>{@link io.olivo.learning.textbook.PrescribedErrorSensitivity}: PES, MacNeil and Eliasmith
 *       (2011), on tuning curves; teaching signal: error. Cost O(d N).
 *   <li>{@link io.olivo.learning.textbook.IntegralAction}: makes a PID of proportional and
 *       derivative feedback. Cost O(1).
 *   <li>{@link io.olivo.learning.textbook.NoLearner}: adds nothing; the feedback alone.
 * </ul>
 */
@NullMarked
package io.olivo.learning.textbook;

import org.jspecify.annotations.NullMarked;

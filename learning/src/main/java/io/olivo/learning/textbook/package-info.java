/**
 * Textbook rules behind the same door as the cerebellar learner, to measure it against.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.textbook.FeedbackErrorLearner}: Kawato and Gomi (1992), normalised
 *       LMS on a granule layer; teaching signal: error. Cost O(N).
 *   <li>{@link io.olivo.learning.textbook.PrescribedErrorSensitivity}: PES, MacNeil and Eliasmith
 *       (2011), on tuning curves; teaching signal: error. Cost O(d N).
 *   <li>{@link io.olivo.learning.textbook.NoLearner}: adds nothing; the feedback alone.
 * </ul>
 */
@NullMarked
package io.olivo.learning.textbook;

import org.jspecify.annotations.NullMarked;

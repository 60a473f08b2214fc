/**
 * The brainstem: feedback that keeps the robot in hand while nothing has been learned, and whose
 * effort is the teacher's error.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.feedback.Feedback}: the port.
 *   <li>{@link io.olivo.controller.feedback.PdFeedback}: tracks joints, error delay-aligned.
 *   <li>{@link io.olivo.controller.feedback.PlusFeedback}: adds fixed formulas that do not teach.
 *   <li>{@link io.olivo.controller.feedback.GainFeedback}: answers measured disturbances, while
 *       other channels tell what is left of them.
 * </ul>
 */
@NullMarked
package io.olivo.controller.feedback;

import org.jspecify.annotations.NullMarked;

/**
 * Credit assignment: how the synapses of a {@link io.olivo.learning.net.DenseNet} are told what to
 * change.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.credit.CreditRule}: a rule; {@link
 *       io.olivo.learning.credit.Traits} say what it needs and where it is used.
 *   <li>{@link io.olivo.learning.credit.Lesson}: what a rule may ask of its teacher; {@link
 *       io.olivo.learning.credit.UpdateSink}: where its changes go. {@link
 *       io.olivo.learning.credit.GradientStep} is the one that writes weights.
 *   <li>{@link io.olivo.learning.credit.NetTrainer}: net, rule and step together.
 *   <li>{@link io.olivo.learning.credit.ErrorFeedback} with a {@link
 *       io.olivo.learning.credit.FeedbackPath}: backprop, feedback alignment, sign-symmetry,
 *       Kolen-Pollack, weight mirror.
 *   <li>{@link io.olivo.learning.credit.ReplayBuffer}, {@link
 *       io.olivo.learning.credit.ChangeDetector}: what was met before, and that it is over.
 * </ul>
 */
@NullMarked
package io.olivo.learning.credit;

import org.jspecify.annotations.NullMarked;

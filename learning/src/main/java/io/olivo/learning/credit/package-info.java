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
 *       Kolen-Pollack, weight mirror, GAIT-prop.
 *   <li>{@link io.olivo.learning.credit.DifferenceTargetPropagation}: targets over learned
 *       inverses.
 *   <li>{@link io.olivo.learning.credit.PredictiveCoding}, {@link
 *       io.olivo.learning.credit.ZeroDivergenceLearning}, {@link
 *       io.olivo.learning.credit.FixedPredictionCoding}: errors that settle.
 *   <li>Dendrites: {@link io.olivo.learning.credit.SegregatedDendrites}, {@link
 *       io.olivo.learning.credit.DendriticMicrocircuit}. One broadcast error: {@link
 *       io.olivo.learning.credit.Kickback}. Guessed gradients: {@link
 *       io.olivo.learning.credit.SyntheticGradients}.
 *   <li>Rules that ask for the loss alone: {@link io.olivo.learning.credit.NodePerturbation},
 *       {@link io.olivo.learning.credit.LayerNodePerturbation} and {@link
 *       io.olivo.learning.credit.DecorrelatedNodePerturbation} move drives, {@link
 *       io.olivo.learning.credit.WeightPerturbation}, {@link io.olivo.learning.credit.Spsa} and
 *       {@link io.olivo.learning.credit.SummedWeightNodePerturbation} weights.
 *   <li>{@link io.olivo.learning.credit.BrainProp}: asks for the reward of one choice.
 *   <li>{@link io.olivo.learning.credit.ReplayBuffer}, {@link
 *       io.olivo.learning.credit.ChangeDetector}: what was met before, and that it is over.
 * </ul>
 */
@NullMarked
package io.olivo.learning.credit;

import org.jspecify.annotations.NullMarked;

package io.olivo.learning.credit;

import io.olivo.learning.net.Activation;
import io.olivo.learning.net.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every rule under the name that command line, robot files and tables use, with usual constants.
 */
public enum CreditRules {
  BACKPROP("bp", "backprop", ErrorFeedback.over((net, chance) -> new Transpose(net))),
  FEEDBACK_ALIGNMENT("fa", "feedback alignment", ErrorFeedback.over(Fixed::new)),
  DIRECT_FEEDBACK_ALIGNMENT("dfa", "direct feedback alignment", DirectFeedbackAlignment::new),
  SIGN_UNIFORM(
      "usf",
      "sign-symmetry, uniform",
      ErrorFeedback.over((net, chance) -> new Sign(net, Sign.Magnitude.UNIFORM, chance))),
  SIGN_FIXED(
      "frsf",
      "sign-symmetry, fixed random",
      ErrorFeedback.over((net, chance) -> new Sign(net, Sign.Magnitude.FIXED, chance))),
  SIGN_REDRAWN(
      "brsf",
      "sign-symmetry, redrawn",
      ErrorFeedback.over((net, chance) -> new Sign(net, Sign.Magnitude.REDRAWN, chance))),
  KOLEN_POLLACK("kp", "Kolen-Pollack", ErrorFeedback.over(KolenPollack::new)),
  WEIGHT_MIRROR(
      "wm",
      "weight mirror",
      (net, samples, chance) -> new ErrorFeedback(net, samples, chance, mirrorFor(samples))),
  DIFFERENCE_TARGETS(
      "dtp",
      "difference target propagation",
      (net, samples, chance) ->
          new DifferenceTargetPropagation(net, samples, chance, samples == 1 ? .005 : .05)),
  GAIT_PROP(
      "gait",
      "GAIT-prop",
      (net, samples, chance) ->
          new ErrorFeedback(
              net, samples, chance, (bound, own) -> new GaitProp(bound, samples, 1, 500, 0))),
  PREDICTIVE_CODING_FIXED(
      "pc-fixed", "predictive coding, fixed predictions", FixedPredictionCoding::new),
  ZERO_DIVERGENCE("z-il", "predictive coding, zero divergence", ZeroDivergenceLearning::new),
  PREDICTIVE_CODING("pc", "predictive coding", PredictiveCoding::new),
  NODE_PERTURBATION("np", "node perturbation", NodePerturbation::new),
  NODE_PERTURBATION_OUTPUT(
      "np-output",
      "node perturbation, exact output",
      LayerNodePerturbation.of(LayerNodePerturbation.Plan.ofError(3))),
  DECORRELATED_NODE_PERTURBATION(
      "dnp",
      "decorrelated node perturbation",
      (net, samples, chance) ->
          new DecorrelatedNodePerturbation(net, samples, chance, 8, decorrelationFor(samples))),
  WEIGHT_PERTURBATION("wp", "weight perturbation", WeightPerturbation::new),
  SIMULTANEOUS_PERTURBATION("spsa", "simultaneous perturbation", Spsa::new),
  SUMMED_WEIGHT_NODE_PERTURBATION(
      "swnp", "summed weight node perturbation", SummedWeightNodePerturbation::new),
  BRAIN_PROP(
      "brainprop",
      "BrainProp, Kolen-Pollack",
      BrainProp.along(KolenPollack::new),
      Needs.SQUARED_LOSS),
  BRAIN_PROP_TRANSPOSE(
      "brainprop-transpose",
      "BrainProp, transpose",
      BrainProp.along((net, chance) -> new Transpose(net)),
      Needs.SQUARED_LOSS),
  SEGREGATED_DENDRITES("seg", "segregated dendrites", SegregatedDendrites::new),
  MICROCIRCUIT("micro", "dendritic microcircuit", DendriticMicrocircuit::new),
  KICKBACK("kickback", "kickback", Kickback::new, Needs.RECTIFIED_UNITS),
  SYNTHETIC_GRADIENTS("dni", "synthetic gradients", SyntheticGradients::new),
  LAST_LAYER("last", "last layer only (null)", LastLayerOnly::new),
  REDRAWN_FEEDBACK("redrawn", "redrawn feedback (null)", ErrorFeedback.over(Redrawn::new));

  /** What a rule asks of the net, where it cannot learn on any. */
  private enum Needs {
    NOTHING,
    RECTIFIED_UNITS,
    SQUARED_LOSS
  }

  private static final double MIRROR_DECAY = 1e-3;
  private static final double BOLDNESS_OF_NOISE = .05;

  private final String shortName;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // all of them are constructors
  private final CreditRule.Maker maker;

  private final Needs needs;

  CreditRules(String shortName, String title, CreditRule.Maker maker) {
    this(shortName, title, maker, Needs.NOTHING);
  }

  CreditRules(String shortName, String title, CreditRule.Maker maker, Needs needs) {
    this.shortName = shortName;
    this.title = title;
    this.maker = maker;
    this.needs = needs;
  }

  /** A quarter as many noise samples as samples; a single one learns slowly, for it is noisy. */
  private static FeedbackPath.Maker mirrorFor(int samples) {
    int noise = Math.max(1, samples / 4);
    double rate = samples == 1 ? .001 : .02;
    return (net, chance) -> new Mirror(net, noise, rate, chance);
  }

  /** A single sample says less of a correlation than many. */
  private static double decorrelationFor(int samples) {
    return samples == 1 ? 5e-5 : 1e-3;
  }

  /** The name on the command line, such as "fa". */
  @Override
  public String toString() {
    return shortName;
  }

  /** The name that people read. */
  public String title() {
    return title;
  }

  /** Binds the rule to a net. */
  public CreditRule.Maker maker() {
    return maker;
  }

  /** Whether hidden units must be {@link Activation#RELU}. */
  public boolean needsRectifiedUnits() {
    return needs == Needs.RECTIFIED_UNITS;
  }

  /** Whether the loss must be {@link Loss#SQUARED}. */
  public boolean needsSquaredLoss() {
    return needs == Needs.SQUARED_LOSS;
  }

  /** The hidden units to give a net that learns by this rule. */
  public Activation hidden() {
    return needsRectifiedUnits() ? Activation.RELU : Activation.TANH;
  }

  /** The loss to give a net that learns classes by this rule. */
  public Loss lossOfClasses() {
    return needsSquaredLoss() ? Loss.SQUARED : Loss.CROSS_ENTROPY;
  }

  /**
   * The decay that it needs, lambda of {@link StepSizes}: a way back that only repeats the steps of
   * the forward weights forgets by it where the two began.
   */
  public double decay() {
    return this == KOLEN_POLLACK || this == BRAIN_PROP ? MIRROR_DECAY : 0;
  }

  /** The share of backprop's step that its noise lets it make on a robot. */
  public double boldness() {
    return switch (this) {
      case NODE_PERTURBATION, WEIGHT_PERTURBATION, SIMULTANEOUS_PERTURBATION -> BOLDNESS_OF_NOISE;
      default -> 1;
    };
  }

  /** Whether it can be expected to learn nets of more than some hundred weights. */
  public boolean isForManyWeights() {
    return this != WEIGHT_PERTURBATION
        && this != SIMULTANEOUS_PERTURBATION
        && this != SUMMED_WEIGHT_NODE_PERTURBATION;
  }

  /** Whether it is a null, which every rule must beat. */
  public boolean isNull() {
    return this == LAST_LAYER || this == REDRAWN_FEEDBACK;
  }

  /**
   * The rule of a name.
   *
   * @throws IllegalArgumentException naming all rules
   */
  public static CreditRules of(String name) {
    List<String> names = new ArrayList<>();
    for (CreditRules rule : values()) {
      if (rule.shortName.equals(name.toLowerCase(Locale.ROOT))) {
        return rule;
      }
      names.add(rule.shortName);
    }
    throw new IllegalArgumentException(
        "there is no rule \"%s\"; choose from %s".formatted(name, String.join(", ", names)));
  }
}

package io.olivo.learning.credit;

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
  BRAIN_PROP("brainprop", "BrainProp, Kolen-Pollack", BrainProp.along(KolenPollack::new)),
  BRAIN_PROP_TRANSPOSE(
      "brainprop-transpose",
      "BrainProp, transpose",
      BrainProp.along((net, chance) -> new Transpose(net))),
  LAST_LAYER("last", "last layer only (null)", LastLayerOnly::new),
  REDRAWN_FEEDBACK("redrawn", "redrawn feedback (null)", ErrorFeedback.over(Redrawn::new));

  private final String shortName;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // all of them are constructors
  private final CreditRule.Maker maker;

  CreditRules(String shortName, String title, CreditRule.Maker maker) {
    this.shortName = shortName;
    this.title = title;
    this.maker = maker;
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

  /** Whether it is only defined for outputs that are expected rewards, with a squared loss. */
  public boolean needsSquaredLoss() {
    return this == BRAIN_PROP || this == BRAIN_PROP_TRANSPOSE;
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

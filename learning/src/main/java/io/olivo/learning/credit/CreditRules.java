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

package io.olivo.learning.reward;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The constants of the granule actor-critic. No one set is best everywhere: {@link #U98} and {@link
 * #U99} differ in how far they look ahead only, and one of them fits most tasks.
 *
 * @param discount gamma, in [0, 1)
 * @param traceDecay lambda, in [0, 1]
 * @param noise sigma, standard deviation of the noise over the action's limit [1]
 * @param newNoise theta, how much of the noise is new each step, in (0, 1]; 1 is independent noise
 * @param annealing steps in which held noise becomes independent, 0 for never
 * @param actorRate aA [1]
 * @param criticRate aC [1]
 * @param slowRate of the deployed weights, per step; 0 deploys the live ones
 * @param groups G, of granules; one fires in each
 * @param prototypes m, in each group, at most 128
 * @param fanIn inputs that a group looks at, at most 4
 * @param errorRate beta, of the mean square of the TD error, per step
 * @param errorClip largest TD error that the actor is told, in usual ones [1]
 * @param pull of a mean back into the limits, per step [1]
 * @param actorBound largest change of a mean in a step, over sigma times the limit [1]
 * @param choiceBound largest change of a log odds in a step [1]
 * @param criticBound largest part of its own error that the critic corrects in a step [1]
 * @param traceCut below it a trace is 0 [1]
 */
public record GranuleConstants(
    double discount,
    double traceDecay,
    double noise,
    double newNoise,
    double annealing,
    double actorRate,
    double criticRate,
    double slowRate,
    int groups,
    int prototypes,
    int fanIn,
    double errorRate,
    double errorClip,
    double pull,
    double actorBound,
    double choiceBound,
    double criticBound,
    double traceCut) {

  /** The general set: looks 50 steps ahead. Swing-up, Pendulum, MountainCar, CartPole. */
  public static final GranuleConstants U98 = common(.98, .9, 1, .05, 3e-4, 96, 96, 3).held(.1, 1e4);

  /** The general set that looks 100 steps ahead: Pendulum. */
  public static final GranuleConstants U99 = U98.withDiscount(.99);

  /**
   * The same for choices, CartPole and Acrobot: log odds move twice as fast. Softmax has no noise
   * of its own to get away from where it began.
   */
  public static final GranuleConstants CHOICES =
      common(.99, .9, 1, .1, 3e-4, 96, 96, 3).held(.1, 1e4);

  /** For the reacher, which has its forward model: little independent noise, a slow actor. */
  public static final GranuleConstants R = common(.95, .8, .4, .02, 1e-3, 64, 64, 4);

  /** For the reacher that sees its target from its own first link, without a model. */
  public static final GranuleConstants E = common(.95, .8, 1, .05, 3e-4, 96, 96, 3);

  /** For bodies that change: fast, and its noise stays held. */
  public static final GranuleConstants C = common(.98, .8, 1, .1, 1e-3, 64, 64, 3).held(.3, 0);

  private static final double CHOICE_HASTE = 2;

  /** Refuses what cannot learn. */
  public GranuleConstants {
    require(discount >= 0 && discount < 1, "discount", "in [0, 1)", discount, .98);
    require(traceDecay >= 0 && traceDecay <= 1, "trace_decay", "in [0, 1]", traceDecay, .9);
    require(noise > 0 && noise <= 10, "noise", "in (0, 10]", noise, 1);
    require(newNoise > 0 && newNoise <= 1, "new_noise", "in (0, 1]", newNoise, .1);
    require(annealing >= 0, "annealing", "at least 0", annealing, 1e4);
    require(actorRate >= 0 && actorRate <= 10, "actor_rate", "in [0, 10]", actorRate, .05);
    require(criticRate >= 0 && criticRate <= 1, "critic_rate", "in [0, 1]", criticRate, .5);
    require(slowRate >= 0 && slowRate <= 1, "slow_rate", "in [0, 1]", slowRate, 3e-4);
    require(errorRate > 0 && errorRate <= 1, "error_rate", "in (0, 1]", errorRate, .001);
    require(errorClip > 0, "error_clip", "above 0", errorClip, 3);
    require(pull >= 0 && pull <= 1, "pull", "in [0, 1]", pull, .1);
    require(actorBound > 0, "actor_bound", "above 0", actorBound, .5);
    require(choiceBound > 0, "choice_bound", "above 0", choiceBound, 1);
    require(criticBound > 0 && criticBound <= 1, "critic_bound", "in (0, 1]", criticBound, .5);
    require(traceCut > 0 && traceCut < 1, "trace_cut", "in (0, 1)", traceCut, .01);
  }

  private static void require(boolean kept, String key, String range, double got, double remedy) {
    if (!kept) {
      throw new IllegalArgumentException(
          "granule.%s must be %s, got %s; start from %s".formatted(key, range, got, remedy));
    }
  }

  /** What all named sets have in common, with independent noise. */
  private static GranuleConstants common(
      double discount,
      double traceDecay,
      double noise,
      double actorRate,
      double slowRate,
      int groups,
      int prototypes,
      int fanIn) {
    return new GranuleConstants(
        discount,
        traceDecay,
        noise,
        1,
        0,
        actorRate,
        .5,
        slowRate,
        groups,
        prototypes,
        fanIn,
        .001,
        3,
        .1,
        .5,
        1,
        .5,
        .01);
  }

  /** {@return the same with noise that is held, and becomes independent} */
  public GranuleConstants held(double ofNew, double steps) {
    return with(discount, ofNew, steps, groups, prototypes, fanIn);
  }

  /** {@return the same looking ahead otherwise} */
  public GranuleConstants withDiscount(double gamma) {
    return with(gamma, newNoise, annealing, groups, prototypes, fanIn);
  }

  /** {@return the same with another expansion} */
  public GranuleConstants withGranules(int ofGroups, int ofPrototypes, int ofFanIn) {
    return with(discount, newNoise, annealing, ofGroups, ofPrototypes, ofFanIn);
  }

  private GranuleConstants withActorRate(double rate) {
    return new GranuleConstants(
        discount,
        traceDecay,
        noise,
        newNoise,
        annealing,
        rate,
        criticRate,
        slowRate,
        groups,
        prototypes,
        fanIn,
        errorRate,
        errorClip,
        pull,
        actorBound,
        choiceBound,
        criticBound,
        traceCut);
  }

  private GranuleConstants with(double gamma, double theta, double steps, int g, int m, int d) {
    return new GranuleConstants(
        gamma,
        traceDecay,
        noise,
        theta,
        steps,
        actorRate,
        criticRate,
        slowRate,
        g,
        m,
        d,
        errorRate,
        errorClip,
        pull,
        actorBound,
        choiceBound,
        criticBound,
        traceCut);
  }

  /**
   * {@return the same for means, and for choices with log odds that move twice as fast} Softmax has
   * no noise of its own to get away from where it began.
   */
  public GranuleConstants fitting(ActionSpace actions) {
    return actions instanceof ActionSpace.Choice ? withActorRate(CHOICE_HASTE * actorRate) : this;
  }

  /** {@return a short digest: equal digests mean equal constants} */
  public String digest() {
    CRC32 crc = new CRC32();
    crc.update(toString().getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}

package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.FeedbackPath;
import io.olivo.learning.credit.Fixed;
import io.olivo.learning.credit.KolenPollack;
import io.olivo.learning.credit.Transpose;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.GranuleActorCritic;
import io.olivo.learning.reward.GranuleConstants;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.learning.reward.peer.AttentionGatedSarsa;
import io.olivo.learning.reward.peer.AugmentedRandomSearch;
import io.olivo.learning.reward.peer.EpisodicPerturbation;
import io.olivo.learning.reward.peer.EpisodicPerturbation.Against;
import io.olivo.learning.reward.peer.NodePerturbedPolicy;
import io.olivo.learning.reward.peer.RandomActions;
import io.olivo.learning.reward.peer.Reinforce;
import io.olivo.learning.reward.peer.StreamActorCritic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every learner from reward, under the name that command line and tables use. */
public enum RewardAlgos {
  OLIVO(
      "olivo",
      "granule actor-critic",
      (task, chance) -> new GranuleActorCritic(RewardSettings.of(task), chance)),
  OLIVO_98(
      "olivo-u98",
      "granule actor-critic, 50 steps ahead",
      (task, chance) -> granules(task, GranuleConstants.U98, chance)),
  OLIVO_99(
      "olivo-u99",
      "granule actor-critic, 100 steps ahead",
      (task, chance) -> granules(task, GranuleConstants.U99, chance)),
  OLIVO_ONE(
      "olivo-one",
      "granule actor-critic, one set for all",
      (task, chance) -> new GranuleActorCritic(RewardSettings.one(task), chance)),
  OLIVO_GATED(
      "olivo-gated",
      "granule actor-critic, gated model",
      (task, chance) -> new GranuleActorCritic(RewardSettings.gated(task), chance)),
  OLIVO_WATCHFUL(
      "olivo-watchful",
      "granule actor-critic, watchful",
      (task, chance) -> new GranuleActorCritic(RewardSettings.of(task).withWatch(), chance)),
  OLIVO_BODIES(
      "olivo-bodies",
      "granule actor-critic, 8 bodies",
      (task, chance) ->
          new GranuleActorCritic(
              RewardSettings.plain(task, GranuleConstants.C).withBodies(8), chance)),
  OLIVO_ONE_BODY(
      "olivo-one-body",
      "granule actor-critic, the same constants, one body",
      (task, chance) -> granules(task, GranuleConstants.C, chance)),
  RANDOM(
      "random",
      "random actions (null)",
      (task, chance) -> new RandomActions(task.actions(), chance)),
  REINFORCE(
      "reinforce",
      "REINFORCE, linear",
      (task, chance) -> new Reinforce(task.observations().size(), task.actions(), chance, .02)),
  WEIGHT_PERTURBATION(
      "wp", "weight perturbation, linear", RewardAlgos.perturbing(Against.BASELINE)),
  ANTITHETIC(
      "wp-antithetic",
      "weight perturbation, antithetic, linear",
      RewardAlgos.perturbing(Against.OPPOSITE)),
  AUGMENTED_RANDOM_SEARCH(
      "ars",
      "augmented random search, linear",
      (task, chance) ->
          new AugmentedRandomSearch(
              task.observations().size(), task.actions(), chance, 4, 2, .5, .15)),
  NODE_PERTURBATION(
      "np",
      "node perturbation, layered",
      (task, chance) ->
          new NodePerturbedPolicy(
              task.observations().size(),
              task.actions(),
              chance,
              new NodePerturbedPolicy.Constants(32, 2, .03))),
  ATTENTION_GATED(
      "agrel",
      "BrainProp on TD errors, layered",
      (task, chance) ->
          new AttentionGatedSarsa(
              task.observations().size(),
              RewardAlgos.choice(task),
              chance,
              new AttentionGatedSarsa.Constants(32, .04, .2, .98))),
  STREAM_BACKPROP(
      "stream-bp",
      "stream AC, backprop",
      RewardAlgos.stream((net, chance) -> new Transpose(net), 0)),
  STREAM_FEEDBACK_ALIGNMENT(
      "stream-fa", "stream AC, feedback alignment", RewardAlgos.stream(Fixed::new, 0)),
  STREAM_KOLEN_POLLACK(
      "stream-kp", "stream AC, Kolen-Pollack", RewardAlgos.stream(KolenPollack::new, 1e-4));

  private static final int HIDDEN = 128;

  /** Names that others use for the same. */
  private static final Map<String, RewardAlgos> ALIASES =
      Map.of(
          "stream-ac",
          STREAM_BACKPROP,
          "stream-ac-fa",
          STREAM_FEEDBACK_ALIGNMENT,
          "stream-ac-kp",
          STREAM_KOLEN_POLLACK);

  private final String shortName;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // all of them are constructors
  private final RewardMaker maker;

  RewardAlgos(String shortName, String title, RewardMaker maker) {
    this.shortName = shortName;
    this.title = title;
    this.maker = maker;
  }

  private static RewardLearner granules(Task task, GranuleConstants constants, Chance chance) {
    return new GranuleActorCritic(RewardSettings.plain(task, constants), chance);
  }

  private static ActionSpace.Choice choice(Task task) {
    if (task.actions() instanceof ActionSpace.Choice choice) {
      return choice;
    }
    throw new IllegalArgumentException(
        "agrel chooses among a few actions, and %s wants numbers; leave it out, or try Acrobot-v1"
            .formatted(task.name()));
  }

  private static RewardMaker stream(FeedbackPath.Maker path, double decay) {
    return (task, chance) ->
        new StreamActorCritic(
            task.observations().size(), task.actions(), chance, path, HIDDEN, decay);
  }

  private static RewardMaker perturbing(Against against) {
    return (task, chance) ->
        new EpisodicPerturbation(
            task.observations().size(), task.actions(), chance, against, .5, .15);
  }

  /** The name on the command line, such as "reinforce". */
  @Override
  public String toString() {
    return shortName;
  }

  /** The name that people read. */
  public String title() {
    return title;
  }

  /** Makes one. */
  public RewardMaker maker() {
    return maker;
  }

  /** Whether it can have this task. */
  public boolean fits(Task task) {
    return this != ATTENTION_GATED || task.actions() instanceof ActionSpace.Choice;
  }

  /**
   * Refuses a task that it cannot have.
   *
   * @throws IllegalArgumentException saying why
   */
  public void check(Task task) {
    if (!fits(task)) {
      choice(task);
    }
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(RewardAlgos::toString).toList();
  }

  /**
   * The learner of a name.
   *
   * @throws IllegalArgumentException naming all
   */
  public static RewardAlgos of(String name) {
    String asked = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(algo -> algo.shortName.equals(asked) || algo == ALIASES.get(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no learner \"%s\"; choose from %s"
                        .formatted(name, String.join(", ", names()))));
  }
}

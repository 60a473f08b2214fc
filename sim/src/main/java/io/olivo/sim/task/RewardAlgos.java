package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.reward.GranuleActorCritic;
import io.olivo.learning.reward.GranuleConstants;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.learning.reward.peer.RandomActions;
import io.olivo.learning.reward.peer.Reinforce;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
  RANDOM(
      "random",
      "random actions (null)",
      (task, chance) -> new RandomActions(task.actions(), chance)),
  REINFORCE(
      "reinforce",
      "REINFORCE, linear",
      (task, chance) -> new Reinforce(task.observations().size(), task.actions(), chance));

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
    return Arrays.stream(values())
        .filter(algo -> algo.shortName.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no learner \"%s\"; choose from %s"
                        .formatted(name, String.join(", ", names()))));
  }
}

package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.reward.GranuleActorCritic;
import io.olivo.learning.reward.GranuleConstants;

/** Learners from reward whose step is timed, each at a size that is compared with others. */
public enum CostCase {
  GRANULES_48(
      "granules 48 x 48",
      "Pendulum-v1",
      (task, chance) ->
          new GranuleActorCritic(
              RewardSettings.plain(task, GranuleConstants.U99.withGranules(48, 48, 3)), chance)),
  GRANULES_96(
      "granules 96 x 96",
      "CartPoleSwingUp",
      (task, chance) ->
          new GranuleActorCritic(RewardSettings.plain(task, GranuleConstants.U98), chance)),
  BODIES("granules 64 x 64, 8 bodies", "Pendulum-v1", RewardAlgos.OLIVO_BODIES.maker()),
  REACHER("granules 64 x 64, model", "Reacher2", RewardAlgos.OLIVO.maker()),
  STREAM_BACKPROP(
      "stream AC 2 x 128, backprop", "Pendulum-v1", RewardAlgos.STREAM_BACKPROP.maker()),
  STREAM_FEEDBACK_ALIGNMENT(
      "stream AC 2 x 128, feedback alignment",
      "Pendulum-v1",
      RewardAlgos.STREAM_FEEDBACK_ALIGNMENT.maker());

  private final String title;
  private final String task;

  @SuppressWarnings("ImmutableEnumChecker") // all of them are constructors
  private final RewardMaker maker;

  CostCase(String title, String task, RewardMaker maker) {
    this.title = title;
    this.task = task;
    this.maker = maker;
  }

  /** The name that people read. */
  public String title() {
    return title;
  }

  /** The task that it learns. */
  public String task() {
    return task;
  }

  /** A new one, about to learn. */
  public PracticeClock clock(long seed) {
    Chance chance = new Chance(seed);
    Task own = Tasks.named(task);
    return new PracticeClock(
        new Practice(
            own, new Chance(chance.bits()), maker.learner(own, new Chance(chance.bits()))));
  }
}

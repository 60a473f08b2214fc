package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.Stateful;
import java.util.List;

/**
 * Something to be learned from reward: one number per step says how well it went, none says what
 * would have been right. Steps and observations allocate nothing.
 */
public interface Task extends Stateful {
  /** Name by which one asks for it, such as "Pendulum-v1". */
  String name();

  /** Names of what is observed. */
  List<String> observations();

  /** What may be done. */
  ActionSpace actions();

  /** After so many steps an episode is cut off; that is not a terminal state. */
  int timeLimit();

  /** Names of what {@link #set} can change. */
  List<String> parameters();

  /**
   * Changes a parameter, also in mid-run; it takes effect at the next step and stays.
   *
   * @throws IllegalArgumentException naming the known parameters
   */
  void set(String parameter, double value);

  /**
   * Begins an episode.
   *
   * @param chance draws where it begins
   */
  void reset(Chance chance);

  /**
   * Goes on by one step. After an episode ended, {@link #reset} comes first.
   *
   * @param action [action] in actuator units, clipped to its limits; or the index of the choice
   * @return the reward
   */
  double step(double[] action);

  /** Whether the last step ended the episode, and how. */
  Ending ending();

  /** Fills the present observation [observation], SI. */
  void observe(double[] observation);

  /** Whether the episode that just ended counts as a success. */
  boolean isSuccess(EpisodeScore score);

  /**
   * Whether episodes like these solve the task.
   *
   * @param meanReturn undiscounted, over the episodes
   * @param successShare of the episodes, 0 to 1
   */
  boolean isSolved(double meanReturn, double successShare);
}

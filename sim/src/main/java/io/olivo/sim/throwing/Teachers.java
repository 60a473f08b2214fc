package io.olivo.sim.throwing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an arm that throws is taught by. */
public enum Teachers {
  NEITHER("neither", "the engineer's path, followed by feedback", false, false),
  ERROR("error", "the engineer's path, followed by feedback and cerebellum", true, false),
  REWARD("reward", "path by reward, followed by feedback", false, true),
  TORQUES("torques", "torques by reward", false, true),
  BOTH("both", "path by reward, followed by feedback and cerebellum", true, true);

  private final String shortName;
  private final String title;
  private final boolean error;
  private final boolean reward;

  Teachers(String shortName, String title, boolean error, boolean reward) {
    this.shortName = shortName;
    this.title = title;
    this.error = error;
    this.reward = reward;
  }

  /** The name on the command line, such as "both". */
  @Override
  public String toString() {
    return shortName;
  }

  /** What it does, in words. */
  public String title() {
    return title;
  }

  /** Whether the error of following teaches it. */
  public boolean hasError() {
    return error;
  }

  /** Whether the reward of a throw teaches it. */
  public boolean hasReward() {
    return reward;
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Teachers::toString).toList();
  }

  /**
   * Those of a name.
   *
   * @throws IllegalArgumentException naming all
   */
  public static Teachers of(String name) {
    return Arrays.stream(values())
        .filter(one -> one.shortName.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nobody is taught by \"%s\"; choose from %s"
                        .formatted(name, String.join(", ", names()))));
  }
}

package io.olivo.deploy.robot;

import java.util.List;

/**
 * How Home Assistant shows the robot.
 *
 * @param use whether it is shown, or taken away again
 * @param everySeconds between two summaries [s]
 * @param channels by name; all if empty
 */
public record HomeAssistantSpec(Use use, double everySeconds, List<String> channels) {
  /** What is asked of Home Assistant. */
  public enum Use {
    /** A device with its entities. */
    SHOW,
    /** What was shown goes. */
    REMOVE
  }

  /** Keeps its own copy. */
  public HomeAssistantSpec {
    channels = List.copyOf(channels);
  }
}

package io.olivo.deploy.robot;

import java.util.Optional;

/**
 * Who else is told of the robot, in a language of their own.
 *
 * @param homeAssistant empty for not
 * @param sparkplug empty for not
 */
public record BridgeSpec(
    Optional<HomeAssistantSpec> homeAssistant, Optional<SparkplugSpec> sparkplug) {
  /** Nobody. */
  public static final BridgeSpec NONE = new BridgeSpec(Optional.empty(), Optional.empty());
}

package io.olivo.deploy.bridge;

import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.telemetry.Tick;
import io.olivo.sensors.Channel;
import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers of a tick by channel.
 *
 * @param sensors first
 * @param actuators after them: the commands applied
 */
public record Readings(List<Channel> sensors, List<Channel> actuators) {
  /** Keeps its own copies. */
  public Readings {
    sensors = List.copyOf(sensors);
    actuators = List.copyOf(actuators);
  }

  /** Those of a loop. */
  public static Readings of(LoopParts parts) {
    return new Readings(parts.sensors().channels(), parts.actuators().channels());
  }

  /** All, sensors first. */
  public List<Channel> all() {
    return Stream.concat(sensors.stream(), actuators.stream()).toList();
  }

  /**
   * A number in its channel's unit.
   *
   * @param index in {@link #all}
   */
  public double value(Tick tick, int index) {
    int count = sensors.size();
    return index < count ? tick.state[index] : tick.applied[index - count];
  }
}

package io.olivo.sim.io;

import io.olivo.sensors.Channel;
import java.util.List;
import java.util.Map;

/**
 * What is mounted on a simulated plant.
 *
 * @param dtSeconds tick length
 * @param sensors on outputs of the plant
 * @param imperfections by channel name; missing ones are perfect
 * @param actuators on inputs of the plant
 * @param changes of the plant in flight
 * @param randomised parameters of the plant that are drawn whenever the robot is put back
 */
public record SimulatedSetup(
    double dtSeconds,
    List<Channel> sensors,
    Map<String, Imperfection> imperfections,
    List<Channel> actuators,
    List<Change> changes,
    List<Randomised> randomised) {
  /** With nothing randomised. */
  public SimulatedSetup(
      double dtSeconds,
      List<Channel> sensors,
      Map<String, Imperfection> imperfections,
      List<Channel> actuators,
      List<Change> changes) {
    this(dtSeconds, sensors, imperfections, actuators, changes, List.of());
  }

  Imperfection imperfectionOf(Channel channel) {
    return imperfections.getOrDefault(channel.name(), Imperfection.NONE);
  }
}

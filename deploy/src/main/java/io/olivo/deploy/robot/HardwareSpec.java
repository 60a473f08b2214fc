package io.olivo.deploy.robot;

import java.util.List;
import java.util.Map;

/**
 * What a robot is built of; empty for one that exists in simulation only.
 *
 * @param board who moves bytes and levels
 * @param devices its parts, in the order of the file
 * @param connections of raw sensors and actuators, by channel
 */
public record HardwareSpec(
    BoardSpec board, List<DeviceSpec> devices, Map<String, Connection> connections) {
  /** Keeps its own copies. */
  public HardwareSpec {
    devices = List.copyOf(devices);
    connections = Map.copyOf(connections);
  }
}

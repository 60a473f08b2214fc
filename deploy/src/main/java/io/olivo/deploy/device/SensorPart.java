package io.olivo.deploy.device;

import io.olivo.deploy.robot.ChipKind;
import io.olivo.deploy.robot.Connection;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.Channel;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Poll;
import io.olivo.sensors.bus.PolledSensors;
import io.olivo.sensors.bus.PolledSensors.Source;
import io.olivo.sensors.bus.Readings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sensors of a robot, and the channels that they measure. */
final class SensorPart {
  private final Connections connections;
  private final SensorDrivers drivers;
  private final Map<String, Poll> polls = new LinkedHashMap<>(); // by device
  private final Map<String, Readings> readings = new LinkedHashMap<>(); // by device
  private final List<Source> sources = new ArrayList<>();

  SensorPart(RobotSpec robot, Connections connections, Buses buses, Map<String, Readings> others)
      throws BusException {
    this.connections = connections;
    drivers = new SensorDrivers(buses);
    for (DeviceSpec device : robot.hardware().devices()) {
      if (device.chip().role() == ChipKind.Role.SENSOR) {
        connections.attempt(device, () -> add(device));
      }
    }
    readings.putAll(polls);
    readings.putAll(others);
    for (Channel channel : robot.sensors()) {
      connect(channel);
    }
  }

  private void add(DeviceSpec device) throws BusException {
    polls.put(device.name(), new Poll(drivers.of(device), device.rateHertz()));
  }

  private void connect(Channel channel) throws BusException {
    Connection from = connections.of("sensors", channel.name(), "\"from: imu.rate.y\"");
    if (from != null) {
      connect(channel, from, "sensors." + channel.name() + ".from");
    }
  }

  private void connect(Channel channel, Connection from, String key) throws BusException {
    Readings found = readings.get(from.device());
    if (found == null) {
      connections.wrong(key, from.device() + " measures nothing");
      return;
    }
    var measure = connections.index(key, from, found.measures());
    if (measure.isPresent()) {
      connections.attempt(
          key,
          () ->
              sources.add(
                  new Source(channel, found, measure.getAsInt(), from.scale(), from.zero())));
    }
  }

  /** By device. */
  Map<String, Poll> polls() {
    return polls;
  }

  /** The loop's end. */
  PolledSensors io() {
    return new PolledSensors(sources);
  }
}

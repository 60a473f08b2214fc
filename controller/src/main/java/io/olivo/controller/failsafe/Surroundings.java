package io.olivo.controller.failsafe;

import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.observe.Observer;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * What the watches look at; builds those that make sense for it.
 *
 * @param channels of the frame: raw, derived, then what each actuator last applied
 * @param raw how many of them are read from devices
 * @param joints each driven by the actuator of the same index; empty when there are none
 * @param observer knows which channel is stale
 * @param envelope whose motors may be derated
 * @param periodSeconds of the loop
 */
public record Surroundings(
    List<Channel> channels,
    int raw,
    List<Joint> joints,
    Observer observer,
    SafetyEnvelope envelope,
    double periodSeconds) {
  private static final String SUPPLY = "supply.voltage";
  private static final String TEMPERATURE = ".temperature";
  private static final String CURRENT = ".current";

  /** All failsafes of a robot. */
  public Failsafes failsafes(FailsafeConfig config) {
    List<Watch> watches = new ArrayList<>();
    watches.add(new ClockJump(config.jumpSeconds()));
    watches.add(new LostSensor(observer, config.sensorGiveUpSeconds()));
    watches.add(new DoubtfulReading(raw));
    watches.add(new Overrun(periodSeconds, config));
    for (int i = 0; i < raw; i++) {
      watches.add(stuck(i, config));
      addByUnit(i, config, watches);
    }
    for (int j = 0; j < joints.size(); j++) {
      watches.add(new FollowingError(joints.get(j), j, config));
      watches.add(stall(j, config));
    }
    return new Failsafes(watches);
  }

  private Watch stuck(int channel, FailsafeConfig config) {
    for (int j = 0; j < joints.size(); j++) {
      if (joints.get(j).positionChannel() == channel) {
        double moved = config.stuckMoved() * 2 * joints.get(j).largestPosition();
        return new StuckSensor(channel, j, config.stuckSamples(), moved);
      }
    }
    return new StuckSensor(channel, -1, config.stuckSamples(), 0);
  }

  private void addByUnit(int channel, FailsafeConfig config, List<Watch> watches) {
    Channel it = channels.get(channel);
    if (it.unit() == Unit.KELVIN && it.name().endsWith(TEMPERATURE)) {
      watches.add(new Overheat(channel, actuatorOf(it.name()), envelope, config));
    } else if (it.unit() == Unit.VOLT && it.name().equals(SUPPLY)) {
      watches.add(new BrownOut(channel, config.lowestVolts(), config.recoveredVolts()));
    }
  }

  /** The actuator of the joint that a channel's name begins with, or -1 for all. */
  private int actuatorOf(String channel) {
    for (int j = 0; j < joints.size(); j++) {
      if (channel.equals(joints.get(j).name() + TEMPERATURE)) {
        return j;
      }
    }
    return -1;
  }

  private Watch stall(int joint, FailsafeConfig config) {
    String current = joints.get(joint).name() + CURRENT;
    for (int i = 0; i < raw; i++) {
      Channel it = channels.get(i);
      if (it.name().equals(current) && it.unit() == Unit.AMPERE) {
        return new Stall(joints.get(joint), joint, i, largest(it), config);
      }
    }
    int echo = channels.size() - envelope.size() + joint;
    return new Stall(joints.get(joint), joint, echo, largest(channels.get(echo)), config);
  }

  private static double largest(Channel channel) {
    return Math.max(Math.abs(channel.min()), Math.abs(channel.max()));
  }
}

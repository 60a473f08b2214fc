package io.olivo.controller.failsafe;

import io.olivo.controller.observe.Joint;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;

/**
 * A motor that pushes with nearly all it has, misses its reference and does not move, all three for
 * some time. Where the joint has a sensor of current that tells the effort, else the command does.
 */
@HotPath
final class Stall extends LastingWatch {
  private final Joint joint;
  private final int index; // of joint and actuator
  private final int effortChannel;
  private final double effort; // [effort channel's unit]
  private final double miss; // [joint's unit]
  private final double slow; // [joint's unit/s]
  private final double longestSeconds;
  private double seconds;

  /**
   * @param joint with its index
   * @param effortChannel in the frame: the joint's current, else the echo of its actuator
   * @param strongest end of that channel's range
   */
  Stall(Joint joint, int index, int effortChannel, double strongest, FailsafeConfig config) {
    this.joint = joint;
    this.index = index;
    this.effortChannel = effortChannel;
    effort = config.stallEffort() * strongest;
    miss = config.stallError() * 2 * joint.largestPosition();
    slow = config.stallSpeed() * 2 * joint.largestVelocity();
    longestSeconds = config.stallSeconds();
  }

  @Override
  boolean isWrong(Tick tick, SampleFrame samples, double dtSeconds) {
    seconds = pushesInVain(tick) ? seconds + dtSeconds : 0;
    return seconds >= longestSeconds;
  }

  @Override
  Fault fault(Tick tick, SampleFrame samples) {
    return new Fault(
        Trouble.STALL, Fault.Response.STOP, joint.name(), seconds, longestSeconds, "s");
  }

  private boolean pushesInVain(Tick tick) {
    return Math.abs(tick.state[effortChannel]) >= effort
        && Math.abs(tick.desired[index] - tick.state[joint.positionChannel()]) > miss
        && Math.abs(tick.state[joint.velocityChannel()]) < slow;
  }

  @Override
  public void rest() {
    seconds = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.put("failsafe.stall." + index, seconds);
  }

  @Override
  public void load(StateReader in) {
    String name = "failsafe.stall." + index;
    seconds = in.has(name) ? in.getDouble(name) : 0;
  }
}

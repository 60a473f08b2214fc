package io.olivo.controller.failsafe;

import io.olivo.controller.observe.Joint;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;

/**
 * A joint that is far from its reference for longer than a moment: something is broken that nobody
 * else sees, such as a motor that works the wrong way or not at all. Drives call it that, too.
 */
@HotPath
final class FollowingError extends LastingWatch {
  private final Joint joint;
  private final int index;
  private final double most; // [joint's unit]
  private final double longestSeconds;
  private double seconds;

  FollowingError(Joint joint, int index, FailsafeConfig config) {
    this.joint = joint;
    this.index = index;
    most = config.followingError() * 2 * joint.largestPosition();
    longestSeconds = config.followingSeconds();
  }

  @Override
  boolean isWrong(Tick tick, SampleFrame samples, double dtSeconds) {
    seconds = miss(tick) > most ? seconds + dtSeconds : 0;
    return seconds >= longestSeconds;
  }

  @Override
  Fault fault(Tick tick, SampleFrame samples) {
    String unit = joint.unit().symbol();
    return new Fault(
        Trouble.FOLLOWING_ERROR, Fault.Response.STOP, joint.name(), miss(tick), most, unit);
  }

  private double miss(Tick tick) {
    return Math.abs(tick.desired[index] - tick.state[joint.positionChannel()]);
  }

  @Override
  public void rest() {
    seconds = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.put(out.name("failsafe.following.", index), seconds);
  }

  @Override
  public void load(StateReader in) {
    String name = in.name("failsafe.following.", index);
    seconds = in.has(name) ? in.getDouble(name) : 0;
  }
}

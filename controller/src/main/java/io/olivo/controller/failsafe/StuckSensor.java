package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;

/**
 * A channel that repeats itself to the bit where it should change: a joint's position while its
 * reference goes away from where it was, and any other channel that was alive, which means that it
 * changed with each of as many samples before. An encoder of a joint at rest repeats itself
 * rightly.
 */
@HotPath
final class StuckSensor extends LastingWatch {
  private final int channel;
  private final int joint; // -1 for a channel that is no joint's position
  private final int most; // equal samples
  private final double moved; // of the reference [channel's unit]
  private double last = Double.NaN;
  private long lastStamp = SampleFrame.NEVER;
  private double desiredThen;
  private int equal;
  private int lively; // changes in a row
  private int samplesSinceRest;

  StuckSensor(int channel, int joint, int most, double moved) {
    this.channel = channel;
    this.joint = joint;
    this.most = most;
    this.moved = moved;
  }

  @Override
  boolean isWrong(Tick tick, SampleFrame samples, double dtSeconds) {
    if (samples.stampNanos(channel) != lastStamp) {
      lastStamp = samples.stampNanos(channel);
      count(tick, samples.value(channel));
    }
    return equal >= most && shouldChange(tick);
  }

  @Override
  Fault fault(Tick tick, SampleFrame samples) {
    return new Fault(
        Trouble.SENSOR_STUCK,
        Fault.Response.STOP,
        samples.channel(channel).name(),
        equal,
        most,
        "equal samples");
  }

  private void count(Tick tick, double value) {
    samplesSinceRest++;
    if (value == last) {
      equal++;
      desiredThen = isNew() ? desired(tick) : desiredThen;
      return;
    }
    lively = equal == 0 ? Math.min(lively + 1, most) : 1;
    equal = 0;
    last = value;
    desiredThen = desired(tick);
  }

  /** The first desired position after a rest is that of before it. */
  private boolean isNew() {
    return samplesSinceRest <= 2;
  }

  private double desired(Tick tick) {
    return joint < 0 ? 0 : tick.desired[joint];
  }

  private boolean shouldChange(Tick tick) {
    return joint < 0 ? lively >= most : Math.abs(tick.desired[joint] - desiredThen) > moved;
  }

  @Override
  public void rest() {
    equal = 0;
    lively = 0;
    last = Double.NaN;
    samplesSinceRest = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.put(
        "failsafe.stuck." + channel,
        new double[] {last, desiredThen, equal, lively, samplesSinceRest});
  }

  @Override
  public void load(StateReader in) {
    String name = "failsafe.stuck." + channel;
    if (in.has(name)) {
      double[] saved = new double[5];
      in.get(name, saved);
      last = saved[0];
      desiredThen = saved[1];
      equal = (int) saved[2];
      lively = (int) saved[3];
      samplesSinceRest = (int) saved[4];
    }
  }
}

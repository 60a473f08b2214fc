package io.olivo.deploy.bench;

import io.olivo.controller.score.RmsTrace;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;

/** Remembers when the reference began to move, and the disturbance that the reflex answers. */
@HotPath
final class Watch implements Telemetry {
  private final int[] channels; // of the disturbance
  private final RmsTrace disturbance;
  private double begin;
  private boolean begun;

  /**
   * @param dtSeconds tick length
   * @param seconds length of the run
   * @param channels of the disturbance in the frame; none when a reference is followed
   * @param begin when a reference begins that nobody follows, in robot time [s]
   */
  Watch(double dtSeconds, double seconds, int[] channels, double begin) {
    this.channels = channels.clone();
    this.begin = begin;
    disturbance = new RmsTrace(dtSeconds, channels.length == 0 ? 0 : seconds);
  }

  @Override
  public void offer(Tick tick) {
    if (channels.length > 0) {
      double sum = 0;
      for (int channel : channels) {
        sum += tick.state[channel] * tick.state[channel];
      }
      disturbance.put(tick.nowNanos, sum);
    } else if (!begun && tick.trajectorySeconds >= 0) {
      begin = tick.nowNanos * 1e-9 - tick.trajectorySeconds;
      begun = true;
    }
  }

  /** When the reference began to move, in robot time [s]. */
  double begin() {
    return begin;
  }

  /** Whether there is a disturbance. */
  boolean disturbed() {
    return channels.length > 0;
  }

  /** The disturbance, summed over channels. */
  RmsTrace disturbance() {
    return disturbance;
  }
}

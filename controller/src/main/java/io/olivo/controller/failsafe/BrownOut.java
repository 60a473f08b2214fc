package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;

/** A weak supply pauses the robot until it has recovered well above the limit. */
@HotPath
final class BrownOut extends LastingWatch {
  private final int channel;
  private final double below; // V
  private final double until; // V
  private boolean low;

  BrownOut(int channel, double below, double until) {
    this.channel = channel;
    this.below = below;
    this.until = until;
  }

  @Override
  boolean isWrong(Tick tick, SampleFrame samples, double dtSeconds) {
    low = tick.state[channel] < (low ? until : below);
    return low;
  }

  @Override
  Fault fault(Tick tick, SampleFrame samples) {
    String name = samples.channel(channel).name();
    return new Fault(
        Trouble.BROWN_OUT, Fault.Response.PAUSE, name, tick.state[channel], below, "V");
  }

  @Override
  public void save(StateWriter out) {
    out.put("failsafe.supply", low ? 1.0 : 0.0);
  }

  @Override
  public void load(StateReader in) {
    low = in.has("failsafe.supply") && in.getDouble("failsafe.supply") != 0;
  }
}

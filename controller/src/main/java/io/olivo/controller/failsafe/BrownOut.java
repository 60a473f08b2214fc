package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;
import org.jspecify.annotations.Nullable;

/** A weak supply pauses the robot until it has recovered well above the limit. */
@HotPath
final class BrownOut implements Watch {
  private final int channel;
  private final double below; // V
  private final double until; // V
  private boolean low;
  private @Nullable Fault standing;

  BrownOut(int channel, double below, double until) {
    this.channel = channel;
    this.below = below;
    this.until = until;
  }

  @Override
  public @Nullable Fault look(Tick tick, SampleFrame samples, double dtSeconds) {
    double volts = tick.state[channel];
    low = volts < (low ? until : below);
    if (!low) {
      standing = null;
    } else if (standing == null) {
      standing = fault(samples, volts);
    }
    return standing;
  }

  private Fault fault(SampleFrame samples, double volts) {
    String name = samples.channel(channel).name();
    return new Fault(Trouble.BROWN_OUT, Fault.Response.PAUSE, name, volts, below, "V");
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

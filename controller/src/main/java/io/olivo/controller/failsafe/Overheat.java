package io.olivo.controller.failsafe;

import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;
import org.jspecify.annotations.Nullable;

/** A hot motor gets less and less of its range, and at the end the robot stops. */
@HotPath
final class Overheat implements Watch {
  private final int channel;
  private final int actuator; // -1 for all
  private final SafetyEnvelope envelope;
  private final double warm; // K
  private final double hot; // K
  private @Nullable Fault standing;

  Overheat(int channel, int actuator, SafetyEnvelope envelope, FailsafeConfig config) {
    this.channel = channel;
    this.actuator = actuator;
    this.envelope = envelope;
    warm = config.derateKelvin();
    hot = config.hottestKelvin();
  }

  @Override
  public @Nullable Fault look(Tick tick, SampleFrame samples, double dtSeconds) {
    double kelvin = tick.state[channel];
    derate(Math.clamp((hot - kelvin) / (hot - warm), 0, 1));
    if (kelvin < hot) {
      standing = null;
    } else if (standing == null) {
      standing =
          new Fault(
              Trouble.OVERHEATED,
              Fault.Response.STOP,
              samples.channel(channel).name(),
              kelvin,
              hot,
              "K");
    }
    return standing;
  }

  private void derate(double share) {
    for (int i = 0; i < envelope.size(); i++) {
      if (actuator < 0 || actuator == i) {
        envelope.derate(i, share);
      }
    }
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void load(StateReader in) {}
}

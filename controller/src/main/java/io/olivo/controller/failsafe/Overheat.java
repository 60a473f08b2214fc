package io.olivo.controller.failsafe;

import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;

/** A hot motor gets less and less of its range, and at the end the robot stops. */
@HotPath
final class Overheat extends LastingWatch {
  private final int channel;
  private final int actuator; // -1 for all
  private final SafetyEnvelope envelope;
  private final double warm; // K
  private final double hot; // K

  Overheat(int channel, int actuator, SafetyEnvelope envelope, FailsafeConfig config) {
    this.channel = channel;
    this.actuator = actuator;
    this.envelope = envelope;
    warm = config.derateKelvin();
    hot = config.hottestKelvin();
  }

  @Override
  boolean isWrong(Tick tick, SampleFrame samples, double dtSeconds) {
    double kelvin = tick.state[channel];
    derate(Math.clamp((hot - kelvin) / (hot - warm), 0, 1));
    return kelvin >= hot;
  }

  @Override
  Fault fault(Tick tick, SampleFrame samples) {
    String name = samples.channel(channel).name();
    return new Fault(Trouble.OVERHEATED, Fault.Response.STOP, name, tick.state[channel], hot, "K");
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

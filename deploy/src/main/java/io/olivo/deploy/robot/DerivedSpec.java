package io.olivo.deploy.robot;

import io.olivo.sensors.Channel;
import io.olivo.sensors.filter.Derivative;
import io.olivo.sensors.filter.Filter;
import io.olivo.sensors.filter.LowPass;

/**
 * A channel computed from another.
 *
 * @param channel its name, unit and range
 * @param source a sensor, an earlier derived channel, or an actuator (what it last applied)
 * @param kind how
 * @param tauSeconds time constant [s]
 */
public record DerivedSpec(Channel channel, String source, FilterKind kind, double tauSeconds) {
  /** A fresh filter for ticks of this length [s]. */
  public Filter filter(double dtSeconds) {
    return switch (kind) {
      case LOWPASS -> new LowPass(tauSeconds, dtSeconds);
      case DERIVATIVE -> new Derivative(tauSeconds, dtSeconds);
    };
  }
}

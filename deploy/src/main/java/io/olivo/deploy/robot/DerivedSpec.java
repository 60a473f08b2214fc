package io.olivo.deploy.robot;

import io.olivo.sensors.Channel;
import io.olivo.sensors.filter.ComplementaryAttitude;
import io.olivo.sensors.filter.ComplementaryAttitude.Axis;
import io.olivo.sensors.filter.Derivative;
import io.olivo.sensors.filter.Filter;
import io.olivo.sensors.filter.Fusion;
import io.olivo.sensors.filter.LowPass;
import java.util.List;

/**
 * A channel computed from others.
 *
 * @param channel its name, unit and range
 * @param sources of a fusion, sensors in its order; else one sensor, earlier derived channel or
 *     actuator (what it last applied)
 * @param kind how
 * @param tauSeconds time constant [s]
 */
public record DerivedSpec(
    Channel channel, List<String> sources, FilterKind kind, double tauSeconds) {
  /** Keeps its own copy. */
  public DerivedSpec {
    sources = List.copyOf(sources);
  }

  /** The first source, which is the only one unless it is a fusion. */
  public String source() {
    return sources.getFirst();
  }

  /**
   * A fresh filter for ticks of this length [s].
   *
   * @throws IllegalStateException when it is a fusion
   */
  public Filter filter(double dtSeconds) {
    return switch (kind) {
      case LOWPASS -> new LowPass(tauSeconds, dtSeconds);
      case DERIVATIVE -> new Derivative(tauSeconds, dtSeconds);
      case TILT_X, TILT_Y -> throw new IllegalStateException(kind + " has several sources");
    };
  }

  /**
   * A fresh fusion for ticks of this length [s].
   *
   * @throws IllegalStateException when it is a filter
   */
  public Fusion fusion(double dtSeconds) {
    return fusion(kind, tauSeconds, dtSeconds);
  }

  static Fusion fusion(FilterKind kind, double tauSeconds, double dtSeconds) {
    return switch (kind) {
      case TILT_X -> new ComplementaryAttitude(Axis.X, tauSeconds, dtSeconds);
      case TILT_Y -> new ComplementaryAttitude(Axis.Y, tauSeconds, dtSeconds);
      case LOWPASS, DERIVATIVE -> throw new IllegalStateException(kind + " has one source");
    };
  }
}

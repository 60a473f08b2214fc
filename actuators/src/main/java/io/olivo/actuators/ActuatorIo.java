package io.olivo.actuators;

import io.olivo.sensors.Channel;
import java.util.List;

/** Sends commands. Only {@link io.olivo.actuators.safety.SafetyEnvelope} may have made them. */
public interface ActuatorIo extends AutoCloseable {
  /** The actuators, in the order of the command vector. */
  List<Channel> channels();

  /**
   * Sends a command and tells what was really sent; learning uses that.
   *
   * @param command wanted [actuator] in each actuator's unit
   * @param applied filled with what was sent [actuator]; starved or saturated hardware differs
   * @param nowNanos the time of this tick
   */
  void write(double[] command, double[] applied, long nowNanos);

  @Override
  default void close() {}
}

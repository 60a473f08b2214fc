package io.olivo.deploy.device;

import io.olivo.actuators.ActuatorIo;
import io.olivo.learning.HotPath;
import io.olivo.sensors.Channel;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Tells motors nothing before somebody has armed the robot: the safe command of a servo is a pose,
 * and going there is a motion. Motors that are told nothing are let go.
 */
@HotPath
public final class ArmedActuators implements ActuatorIo {
  private final ActuatorIo actuators;
  private BooleanSupplier armed = () -> false;

  /**
   * @param actuators that are told nothing yet
   */
  public ArmedActuators(ActuatorIo actuators) {
    this.actuators = actuators;
  }

  /** Who says whether it is armed; before the first tick. */
  public void toldBy(BooleanSupplier newArmed) {
    armed = newArmed;
  }

  @Override
  public List<Channel> channels() {
    return actuators.channels();
  }

  @Override
  public void write(double[] command, double[] applied, long nowNanos) {
    if (armed.getAsBoolean()) {
      actuators.write(command, applied, nowNanos);
    } else {
      System.arraycopy(command, 0, applied, 0, command.length);
    }
  }

  @Override
  public void close() {
    actuators.close();
  }
}

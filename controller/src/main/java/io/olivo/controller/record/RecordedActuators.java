package io.olivo.controller.record;

import io.olivo.actuators.ActuatorIo;
import io.olivo.learning.HotPath;
import io.olivo.sensors.Channel;
import java.util.List;

/** Actuators of which the loop's commands, and what became of them, are recorded. */
final class RecordedActuators implements ActuatorIo {
  private final ActuatorIo target;
  private final Tap tap;

  RecordedActuators(ActuatorIo target, Tap tap) {
    this.target = target;
    this.tap = tap;
  }

  @Override
  public List<Channel> channels() {
    return target.channels();
  }

  @HotPath
  @Override
  public void write(double[] command, double[] applied, long nowNanos) {
    target.write(command, applied, nowNanos);
    tap.written(command, applied);
  }

  @Override
  public void close() {
    target.close();
  }
}

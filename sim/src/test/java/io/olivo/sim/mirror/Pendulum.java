package io.olivo.sim.mirror;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.GroundTruth;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A chaotic enough plant: any command lost, doubled or swapped changes all that follows. */
final class Pendulum implements SensorIo, GroundTruth {
  static final List<Channel> SENSORS =
      List.of(
          new Channel("arm.angle", Unit.RADIAN, -100, 100),
          new Channel("arm.velocity", Unit.RADIAN_PER_SECOND, -100, 100));
  static final List<Channel> ACTUATORS =
      List.of(new Channel("arm.torque", Unit.NEWTON_METRE, -10, 10));

  final List<Double> commands = Collections.synchronizedList(new ArrayList<>());
  final boolean recording;
  private double angle = 0.5;
  private double velocity;

  Pendulum(boolean recording) {
    this.recording = recording;
  }

  final ActuatorIo motor =
      new ActuatorIo() {
        @Override
        public List<Channel> channels() {
          return ACTUATORS;
        }

        @Override
        public void write(double[] command, double[] applied, long nowNanos) {
          if (recording) {
            commands.add(command[0]);
          }
          applied[0] = command[0];
          velocity += 0.01 * (command[0] - 9.81 * StrictMath.sin(angle));
          angle += 0.01 * velocity;
        }
      };

  @Override
  public List<Channel> channels() {
    return SENSORS;
  }

  @Override
  public void read(SampleFrame frame, long nowNanos) {
    frame.put(0, angle, nowNanos);
    frame.put(1, velocity, nowNanos);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void truth(double[] out) {
    out[0] = angle;
  }
}

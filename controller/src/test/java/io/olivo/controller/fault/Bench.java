package io.olivo.controller.fault;

import io.olivo.actuators.ActuatorIo;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.Unit;
import java.util.List;

/** Two encoders that count ticks, two motors that do as they are told. */
final class Bench implements SensorIo {
  static final double DT = .002;
  static final long TICK = 2_000_000; // ns
  static final Channel A = new Channel("a", Unit.RADIAN, -1000, 1000);
  static final Channel B = new Channel("b", Unit.RADIAN, -1000, 1000);
  static final Channel LEFT = new Channel("left", Unit.NEWTON_METRE, -30, 30);
  static final Channel RIGHT = new Channel("right", Unit.NEWTON_METRE, -30, 30);

  final SampleFrame frame = new SampleFrame(channels());
  final double[] arrived = new double[2]; // at the motors
  final double[] applied = new double[2];
  boolean silent;

  @Override
  public List<Channel> channels() {
    return List.of(A, B);
  }

  /** The value of a is the number of the tick, that of b its negative. */
  @Override
  public void read(SampleFrame into, long nowNanos) {
    if (!silent) {
      into.put(0, (double) nowNanos / TICK, nowNanos);
      into.put(1, (double) -nowNanos / TICK, nowNanos);
    }
  }

  ActuatorIo motors() {
    return new ActuatorIo() {
      @Override
      public List<Channel> channels() {
        return List.of(LEFT, RIGHT);
      }

      @Override
      public void write(double[] command, double[] done, long nowNanos) {
        System.arraycopy(command, 0, arrived, 0, 2);
        System.arraycopy(command, 0, done, 0, 2);
      }
    };
  }

  /** A fault of some ticks, counted from 0. */
  static ScheduledFault fault(FaultKind kind, String part, int tick, int ticks) {
    return ScheduledFault.of(kind, part, tick * DT, ticks * DT);
  }

  /** What a says after each tick, when it fails so; stamps in ticks. */
  static double[][] said(int ticks, ScheduledFault... faults) {
    Bench bench = new Bench();
    SensorIo faulty = Faults.of(List.of(faults), DT, 1).around(bench);
    double[][] said = new double[2][ticks];
    for (int t = 0; t < ticks; t++) {
      faulty.read(bench.frame, t * TICK);
      said[0][t] = bench.frame.value(0);
      said[1][t] = (double) bench.frame.stampNanos(0) / TICK;
    }
    return said;
  }
}

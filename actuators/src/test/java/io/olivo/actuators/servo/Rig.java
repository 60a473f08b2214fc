package io.olivo.actuators.servo;

import io.olivo.actuators.bus.Drive;
import io.olivo.actuators.bus.DrivenActuators;
import io.olivo.actuators.bus.DrivenActuators.Target;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelLine;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelX;
import io.olivo.actuators.servo.emulated.EmulatedFeetechLine;
import io.olivo.actuators.servo.emulated.EmulatedServo;
import io.olivo.actuators.servo.emulated.EmulatedServoLine;
import io.olivo.actuators.servo.emulated.EmulatedSts3215;
import io.olivo.actuators.servo.emulated.FreeServo;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensors;
import io.olivo.sensors.bus.PolledSensors.Source;
import io.olivo.sensors.bus.Readings;
import io.olivo.sensors.bus.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Both ends of the loop, and a chain of emulated servos between them. */
final class Rig {
  static final long PERIOD_NANOS = 4_000_000; // 250 Hz
  private static final double HOLD = .1; // s

  final EmulatedServoLine line;
  final List<EmulatedServo> emulated = new ArrayList<>();
  final List<FreeServo> plants = new ArrayList<>();
  final ServoChain chain;
  final Drive drive;
  final BusPoller poller;
  final DrivenActuators actuators;
  final PolledSensors sensors;
  final SampleFrame frame;
  final double[] applied;
  boolean guarded = true;
  private long nextNanos;

  Rig(EmulatedServoLine line, List<Servo> servos, ServoTiming timing, Tolerance tolerance) {
    this.line = line;
    for (Servo servo : servos) {
      add(emulated(servo));
    }
    chain = new ServoChain(line, servos, timing, HOLD, () -> guarded, line::nowNanos);
    drive = new Drive(chain, 1e9 / PERIOD_NANOS, HOLD);
    poller = new BusPoller("servos", line, List.of(drive), tolerance, line::nowNanos);
    actuators = new DrivenActuators(targets());
    sensors = new PolledSensors(sources());
    frame = new SampleFrame(sensors.channels());
    applied = new double[servos.size()];
  }

  static Rig sts(int servos) {
    return of(ServoModel.STS3215, servos);
  }

  static Rig of(ServoModel model, int servos) {
    EmulatedServoLine line =
        model.family().equals(ServoFamily.STS)
            ? new EmulatedFeetechLine(1_000_000, 1)
            : new EmulatedDynamixelLine(1_000_000, 1);
    List<Servo> all =
        IntStream.rangeClosed(1, servos).mapToObj(id -> new Servo(id, model)).toList();
    return new Rig(line, all, ServoTiming.MEGABIT, Tolerance.STANDARD);
  }

  private EmulatedServo emulated(Servo servo) {
    FreeServo plant = new FreeServo(.1 * servo.id());
    plants.add(plant);
    return servo.model().family().equals(ServoFamily.STS)
        ? new EmulatedSts3215(servo.id(), plant)
        : new EmulatedDynamixelX(servo.id(), servo.model().number(), plant);
  }

  void add(EmulatedServo servo) {
    emulated.add(servo);
    line.with(servo);
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < chain.inputs().size(); i++) {
      targets.add(new Target(new Channel("goal." + i, Unit.RADIAN, -4, 4), drive, i));
    }
    return targets;
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (Readings each : chain.readings()) {
      for (int i = 0; i < each.measures().size(); i++) {
        Measure measure = each.measures().get(i);
        String name = measure.name() + "." + each.name();
        sources.add(new Source(new Channel(name, measure.unit(), -1000, 1000), each, i));
      }
    }
    return sources;
  }

  /** Turns without a command. */
  void turns(int count) {
    for (int i = 0; i < count; i++) {
      turn();
    }
  }

  /** Turns with one command for all. */
  void turns(int count, double goal) {
    for (int i = 0; i < count; i++) {
      command(goal);
      turn();
    }
  }

  void command(double goal) {
    double[] goals = new double[applied.length];
    Arrays.fill(goals, goal);
    actuators.write(goals, applied, line.nowNanos());
  }

  void turn() {
    poller.poll();
    nextNanos = Math.max(nextNanos + PERIOD_NANOS, line.nowNanos());
    line.pass(nextNanos - line.nowNanos());
    sensors.read(frame, line.nowNanos());
  }

  /** Until the chain is ready, and has torque where that is wanted. */
  void begin(double goal) {
    for (int i = 0; i < 1000 && !(emulated.stream().allMatch(EmulatedServo::torque)); i++) {
      turns(1, goal);
    }
  }

  double value(int servo, String measure) {
    return frame.value(index(servo, measure));
  }

  double ageSeconds(int servo) {
    return (line.nowNanos() - frame.stampNanos(index(servo, "position"))) * 1e-9;
  }

  private int index(int servo, String measure) {
    return frame.indexOf(measure + "." + chain.readings().get(servo).name());
  }

  boolean torque(int servo) {
    return emulated.get(servo).torque();
  }

  boolean anyTorque() {
    return emulated.stream().anyMatch(EmulatedServo::torque);
  }
}

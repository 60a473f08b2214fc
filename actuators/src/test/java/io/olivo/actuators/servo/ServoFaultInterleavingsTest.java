package io.olivo.actuators.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.bus.Drive;
import io.olivo.actuators.bus.DrivenActuators;
import io.olivo.actuators.bus.DrivenActuators.Target;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelLine;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelX;
import io.olivo.actuators.servo.emulated.EmulatedFeetechLine;
import io.olivo.actuators.servo.emulated.EmulatedServo;
import io.olivo.actuators.servo.emulated.EmulatedServoLine;
import io.olivo.actuators.servo.emulated.EmulatedSts3215;
import io.olivo.actuators.servo.emulated.ServoMishaps;
import io.olivo.actuators.servo.emulated.ServoPlant;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.Readings;
import io.olivo.sensors.bus.Tolerance;
import io.olivo.sensors.bus.TripleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A million packets of a servo that everything happens to, in any order: silence, flipped bits,
 * packets cut short, answers too late, nonsense, supplies that drop, plugs that are pulled. No
 * exception leaves the turn, and every value that comes through was true of its own servo, in its
 * own unit.
 */
class ServoFaultInterleavingsTest {
  private static final int PACKETS = 1_000_000;
  private static final ServoMishaps MISHAPS = new ServoMishaps(.02, .02, .02, .01, .02, .002);
  private static final Tolerance IMPATIENT = new Tolerance(2, .05, .01);
  private static final long PERIOD_NANOS = 4_000_000;
  private static final int SERVOS = 3;
  private static final int OUT_EVERY = 2000; // turns, until a plug is pulled
  private static final int TURNS_OUT = 80; // until it is back
  private static final double STEP = 2 * Math.PI / 4096;

  /** It stands where it stands, and measures what is in no other range. */
  private record Fixed(int number) implements ServoPlant {
    @Override
    public void pass(double goal, double effort, double seconds) {}

    @Override
    public double angle() {
      return .2 * number;
    }

    @Override
    public double velocity() {
      return -3 - .1 * number;
    }

    @Override
    public double load() {
      return .91 + .01 * number;
    }

    @Override
    public double current() {
      return -.35 - .05 * number;
    }

    @Override
    public double voltage() {
      return 6 + .2 * number;
    }

    @Override
    public double temperature() {
      return 313.15 + number;
    }

    double truth(String measure) {
      return switch (measure) {
        case "position" -> angle();
        case "velocity" -> velocity();
        case "load" -> load();
        case "current" -> current();
        case "voltage" -> voltage();
        case "temperature" -> temperature();
        default -> 0;
      };
    }
  }

  private final List<EmulatedServo> servos = new ArrayList<>();

  @Test
  void everyReadingOfAFeetechThatComesThroughIsTrue() {
    EmulatedServoLine line = new EmulatedFeetechLine(1_000_000, 11);
    for (int id = 1; id <= SERVOS; id++) {
      servos.add(new EmulatedSts3215(id, new Fixed(id)));
    }
    everyReadingIsTrue(line, ServoModel.STS3215);
  }

  @Test
  void everyReadingOfADynamixelThatComesThroughIsTrue() {
    EmulatedServoLine line = new EmulatedDynamixelLine(1_000_000, 11);
    for (int id = 1; id <= SERVOS; id++) {
      servos.add(new EmulatedDynamixelX(id, ServoModel.XL330_M288.number(), new Fixed(id)));
    }
    everyReadingIsTrue(line, ServoModel.XL330_M288);
  }

  private void everyReadingIsTrue(EmulatedServoLine line, ServoModel model) {
    servos.forEach(line::with);
    List<Servo> robot = List.of(new Servo(1, model), new Servo(2, model), new Servo(3, model));
    ServoChain chain =
        new ServoChain(line, robot, ServoTiming.MEGABIT, .1, () -> true, line::nowNanos);
    Drive drive = new Drive(chain, 1e9 / PERIOD_NANOS, .1);
    BusPoller poller = new BusPoller("test", line, List.of(drive), IMPATIENT, line::nowNanos);
    DrivenActuators actuators = actuators(drive);
    line.goWrong(MISHAPS);
    SplittableRandom chance = new SplittableRandom(3);
    double[] goals = new double[SERVOS];
    double[] applied = new double[SERVOS];
    int readings = 0;
    int out = 0;
    while (line.packets() < PACKETS) {
      if (chance.nextInt(200) != 0) {
        goals[chance.nextInt(SERVOS)] = chance.nextDouble(-4, 4);
        actuators.write(goals, applied, line.nowNanos());
      } else {
        line.pass(200_000_000);
      }
      if (out <= 0 && chance.nextInt(OUT_EVERY) == 0) {
        out = TURNS_OUT;
        line.remove(servos.getLast());
      } else if (out > 0 && --out == 0) {
        line.with(servos.getLast());
      }
      poller.poll();
      readings += requireTruth(chain.readings());
      line.pass(PERIOD_NANOS);
    }
    assertTrue(readings > PACKETS / 6, readings + " readings only");
    assertTrue(drive.begun() > 50, "begun anew only " + drive.begun() + " times");
    assertTrue(chain.armings() > 500, "torque came only " + chain.armings() + " times");
  }

  private static DrivenActuators actuators(Drive drive) {
    return new DrivenActuators(
        List.of(
            new Target(new Channel("a", Unit.RADIAN, -4, 4), drive, 0),
            new Target(new Channel("b", Unit.RADIAN, -4, 4), drive, 1),
            new Target(new Channel("c", Unit.RADIAN, -4, 4), drive, 2)));
  }

  private static int requireTruth(List<Readings> all) {
    int fresh = 0;
    for (int i = 0; i < SERVOS; i++) {
      Readings each = all.get(i);
      TripleBuffer newest = each.newest();
      long before = newest.stampNanos();
      newest.take();
      if (newest.stampNanos() != SampleFrame.NEVER && newest.stampNanos() != before) {
        fresh++;
        requireTruth(each, new Fixed(i + 1));
      }
    }
    return fresh;
  }

  private static void requireTruth(Readings each, Fixed servo) {
    for (int k = 0; k < each.measures().size() - 1; k++) {
      String measure = each.measures().get(k).name();
      double resolution =
          measure.equals("velocity") ? .013 : measure.equals("position") ? STEP : .004;
      assertEquals(servo.truth(measure), each.newest().value(k), resolution, measure);
    }
  }
}

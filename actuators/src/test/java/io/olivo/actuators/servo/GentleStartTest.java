package io.olivo.actuators.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.servo.emulated.EmulatedFeetechLine;
import io.olivo.actuators.servo.emulated.EmulatedSts3215;
import io.olivo.actuators.servo.emulated.FreeServo;
import io.olivo.sensors.bus.BusException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GentleStartTest {
  private static final double SPEED = 1; // rad/s
  private static final double STEP = 2 * StrictMath.PI / 4096;
  private static final long TURN_NANOS = 4_000_000;
  private static final int GOAL = 42; // register of the goal

  private final EmulatedSts3215 servo = new EmulatedSts3215(1, new FreeServo(-.8));
  private final EmulatedFeetechLine line = new EmulatedFeetechLine(1_000_000, 3);
  private final ServoChain chain =
      new ServoChain(
          line.with(servo),
          List.of(new Servo(1, ServoModel.STS3215)),
          ServoTiming.MEGABIT,
          .1,
          () -> true,
          this::now);
  private final GentleStart gentle = new GentleStart(chain, SPEED, this::now);
  private long nowNanos;

  private long now() {
    return nowNanos;
  }

  private void turn(double goal) throws BusException {
    pass();
    gentle.write(new double[] {goal});
  }

  private void pass() {
    nowNanos += TURN_NANOS;
    line.pass(TURN_NANOS);
  }

  private void begin() throws BusException {
    int step = 0;
    do {
      pass();
    } while (gentle.begin(step++) != GentleStart.READY);
  }

  private double goal() {
    return (servo.peek(GOAL, 2) - 2048) * STEP;
  }

  @Test
  void whereverTheArmWasLeftItGoesToItsFirstGoalSlowlyAndThenFollows() throws BusException {
    begin();
    turn(1);
    assertEquals(-.8, goal(), STEP); // the torque comes where it is
    double before = goal();
    int turns = 0;
    while (goal() < 1 - STEP) {
      turn(1);
      turns++;
      assertTrue(goal() - before <= SPEED * TURN_NANOS * 1e-9 + STEP, "jumped to " + goal());
      before = goal();
    }
    assertEquals(1.8 / SPEED, turns * TURN_NANOS * 1e-9, .02);
    turn(1); // arrived
    turn(.2);
    assertEquals(.2, goal(), STEP);
  }

  @Test
  void whenTheTorqueWasAwayItBeginsSlowlyAgain() throws BusException {
    begin();
    for (int i = 0; i < 500; i++) {
      turn(.5);
    }
    pass();
    gentle.release();
    turn(-1);
    turn(-1);
    assertEquals(.5, goal(), .02);
  }

  @Test
  void aGoalThatIsNoNumberIsRefusedAndForgotten() throws BusException {
    begin();
    turn(1);
    turn(1);
    assertThrows(BusException.class, () -> turn(Double.NaN));
    turn(1);
    assertTrue(goal() < -.7, "went to " + goal());
  }
}

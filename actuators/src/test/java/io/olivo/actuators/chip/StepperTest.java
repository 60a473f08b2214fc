package io.olivo.actuators.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.chip.emulated.EmulatedStepper;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StepperTest {
  private static final double STEP = .01; // rad
  private static final StepScale ANGLE =
      new StepScale(new Measure("angle", Unit.RADIAN), STEP, 5, 50, 1000);
  private static final StepScale VELOCITY =
      new StepScale(new Measure("velocity", Unit.RADIAN_PER_SECOND), STEP, 5, 50, 1000);
  private static final long PULSE = 1000; // ns
  private static final long TURN = 1_000_000; // ns

  private final EmulatedStepper motor = new EmulatedStepper(PULSE, TURN, () -> true);
  private final Stepper angle = stepper(motor, ANGLE, PULSE);
  private final Stepper velocity = stepper(motor, VELOCITY, PULSE);

  static Stepper stepper(EmulatedStepper motor, StepScale scale, long pulse) {
    return new Stepper(
        motor.step(), motor.direction(), motor.enable(), scale, pulse, motor::nowNanos, motor);
  }

  private void writeFor(Stepper stepper, int turns, double value) throws BusException {
    for (int i = 0; i < turns; i++) {
      stepper.write(value);
      motor.nanos(TURN);
    }
  }

  @Test
  void itGoesToTheNearestStepAndStaysThere() throws BusException {
    writeFor(angle, 2000, 1.0049);
    assertEquals(100, motor.steps());
    writeFor(angle, 1000, 1.0049);
    assertEquals(100, motor.steps());
    writeFor(angle, 4000, -.5);
    assertEquals(-50, motor.steps());
    assertEquals(motor.steps(), angle.made());
    assertEquals(0, motor.lost());
  }

  @Test
  void whateverIsCommandedItArrivesWithoutLosingAStep() throws BusException {
    SplittableRandom chance = new SplittableRandom(4);
    for (int i = 0; i < 300; i++) {
      double to = chance.nextDouble(-2, 2);
      writeFor(angle, chance.nextInt(300), chance.nextDouble(-2, 2)); // on the way elsewhere
      writeFor(angle, 2000, to);
      assertEquals(Math.rint(to / STEP), motor.steps());
      assertEquals(angle.rounded(to), motor.steps() * STEP, 1e-9);
    }
    assertEquals(0, motor.lost());
  }

  @Test
  void itIsNeverFasterThanItsSpeedNorThanItsAcceleration() throws BusException {
    writeFor(angle, 100, 10);
    assertEquals(.5 * 50 * .1 * .1, motor.steps() * STEP, .03);
    writeFor(angle, 100, 10);
    double before = motor.steps() * STEP;
    writeFor(angle, 1000, 10);
    assertEquals(5, motor.steps() * STEP - before, .02);
  }

  @Test
  void aVelocityIsHeldUpToTheFastest() throws BusException {
    writeFor(velocity, 200, -3);
    int before = motor.steps();
    writeFor(velocity, 1000, -3);
    assertEquals(-300, motor.steps() - before, 1);
    writeFor(velocity, 200, 99);
    before = motor.steps();
    writeFor(velocity, 1000, 99);
    assertEquals(500, motor.steps() - before, 1);
    assertEquals(5, velocity.rounded(99));
  }

  @Test
  void noMoreThanOneStepATurnAndLateTurnsAreNotMadeUpFor() throws BusException {
    writeFor(velocity, 200, 5);
    int before = motor.steps();
    motor.nanos(100 * TURN);
    writeFor(velocity, 3, 5);
    assertTrue(motor.steps() - before <= 3, "steps " + (motor.steps() - before));
    assertEquals(0, motor.lost());
  }

  @Test
  void letGoItTurnsFreelyAndKnowsItsSteps() throws BusException {
    writeFor(angle, 1000, .3);
    angle.write(Double.NaN);
    assertFalse(motor.holds());
    writeFor(angle, 1000, .3);
    assertTrue(motor.holds());
    assertEquals(30, motor.steps());
  }

  @Test
  void pulsesTooShortForItsDriverLoseSteps() throws BusException {
    Stepper hasty = stepper(motor, ANGLE, PULSE / 2);
    writeFor(hasty, 2000, 1);
    assertEquals(0, motor.steps());
    assertEquals(100, motor.lost());
  }

  @Test
  void stepsTooFastForItsMotorAreLost() throws BusException {
    EmulatedStepper slow = new EmulatedStepper(PULSE, 4 * TURN, () -> true);
    Stepper stepper = stepper(slow, ANGLE, PULSE);
    for (int i = 0; i < 2000; i++) {
      stepper.write(3);
      slow.nanos(TURN);
    }
    assertTrue(slow.lost() > 50, "lost " + slow.lost());
    assertTrue(slow.steps() < 250, "steps " + slow.steps());
  }

  @Test
  void aPauseIsAtLeastAsLongAsItSays() {
    long from = System.nanoTime();
    Pause.SPIN.nanos(20_000);
    assertTrue(System.nanoTime() - from >= 20_000);
  }

  @Test
  void aScaleThatMakesNoSenseIsRefused() {
    Measure torque = new Measure("torque", Unit.NEWTON_METRE);
    assertThrows(IllegalArgumentException.class, () -> new StepScale(torque, STEP, 5, 50, 1000));
    Measure position = new Measure("angle", Unit.RADIAN);
    assertThrows(IllegalArgumentException.class, () -> new StepScale(position, 0, 5, 50, 1000));
    assertThrows(
        IllegalArgumentException.class, () -> new StepScale(position, STEP, 5, Double.NaN, 1000));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new StepScale(position, STEP, 5, 50, 499));
    assertTrue(e.getMessage().contains("more than one step"), e.getMessage());
  }
}

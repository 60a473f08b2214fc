package io.olivo.actuators.bus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.bus.DrivenActuators.Target;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.Bus;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.Tolerance;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriveTest {
  private static final long MILLI = 1_000_000;
  private static final Channel LEFT = new Channel("left.torque", Unit.NEWTON_METRE, -1, 1);
  private static final Channel RIGHT = new Channel("right.torque", Unit.NEWTON_METRE, -1, 1);

  /** Two motors that take tenths. */
  private static final class Motors implements DrivenActuator {
    private double[] driven = {0, 0};
    private int writes;
    private int released;
    private boolean dead;

    @Override
    public String name() {
      return "motors at 0x40";
    }

    @Override
    public List<Measure> inputs() {
      return List.of(
          new Measure("torque.0", Unit.NEWTON_METRE), new Measure("torque.1", Unit.NEWTON_METRE));
    }

    @Override
    public double begin(int step) {
      return READY;
    }

    @Override
    public void write(double[] values) throws BusException {
      requireLife();
      driven = values.clone();
      writes++;
    }

    @Override
    public void release() throws BusException {
      requireLife();
      released++;
    }

    private void requireLife() throws BusException {
      if (dead) {
        throw new BusException("nobody answers");
      }
    }

    @Override
    public double rounded(int input, double value) {
      return Math.rint(value * 10) / 10;
    }
  }

  private long nowNanos;
  private final Motors motors = new Motors();
  private final Drive drive = new Drive(motors, 1000, .1);
  private final BusPoller bus =
      new BusPoller("i2c-1", new Bus() {}, List.of(drive), Tolerance.STANDARD, () -> nowNanos);
  private final DrivenActuators actuators =
      new DrivenActuators(List.of(new Target(RIGHT, drive, 1), new Target(LEFT, drive, 0)));
  private final double[] applied = new double[2];

  private void pollFor(int millis) {
    for (int i = 0; i < millis; i++) {
      bus.poll();
      nowNanos += MILLI;
    }
  }

  private void command(double right, double left) {
    actuators.write(new double[] {right, left}, applied, nowNanos);
    pollFor(2);
  }

  @Test
  void everyChannelGoesToItsInput() {
    pollFor(2);
    command(.5, -.3);
    assertArrayEquals(new double[] {-.3, .5}, motors.driven);
  }

  @Test
  void aCommandIsHandedOverOnceAndAtOnce() {
    pollFor(2);
    actuators.write(new double[] {.5, -.3}, applied, nowNanos);
    bus.poll();
    assertArrayEquals(new double[] {-.3, .5}, motors.driven);
    pollFor(20);
    assertEquals(1, motors.writes);
  }

  @Test
  void aCommandThatFailedIsTriedAgainAtTheNextTurn() {
    pollFor(2);
    motors.dead = true;
    command(.5, -.3);
    motors.dead = false;
    pollFor(2);
    assertArrayEquals(new double[] {-.3, .5}, motors.driven);
  }

  @Test
  void aChannelCountsAsItsJointDoesAndNotAsItsMotor() {
    DrivenActuators turned =
        new DrivenActuators(
            List.of(new Target(RIGHT, drive, 1, -1, .2), new Target(LEFT, drive, 0, 2, 0)));
    pollFor(2);
    turned.write(new double[] {.3, .8}, applied, nowNanos);
    pollFor(2);
    assertArrayEquals(new double[] {.4, -.1}, motors.driven, 1e-12);
    assertArrayEquals(new double[] {.3, .8}, applied, 1e-12);
  }

  @Test
  void whatIsAppliedIsWhatTheActuatorMakesOfTheCommand() {
    command(.52, -.31);
    assertArrayEquals(new double[] {.5, -.3}, applied, 1e-12);
  }

  @Test
  void beforeTheFirstCommandItLetsGo() {
    pollFor(5);
    assertTrue(motors.released > 0);
    assertArrayEquals(new double[] {0, 0}, motors.driven);
  }

  @Test
  void whenNoCommandComesForLongItLetsGo() {
    command(.5, .5);
    int before = motors.released;
    pollFor(97);
    assertEquals(before, motors.released);
    pollFor(30);
    assertTrue(motors.released > before);
  }

  @Test
  void ofAMotorThatDoesNotAnswerTheLastCommandThatItTookIsApplied() {
    pollFor(1);
    command(.5, -.3);
    motors.dead = true;
    for (int i = 0; i < 60; i++) {
      command(.9, .9);
    }
    assertArrayEquals(new double[] {.5, -.3}, applied, 1e-12);
    assertTrue(drive.failures() > 0);
  }

  @Test
  void atTheEndItLetsGo() {
    command(.5, .5);
    int before = motors.released;
    bus.close();
    assertEquals(before + 1, motors.released);
  }

  @Test
  void anInputThatNobodyCommandsIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new DrivenActuators(List.of(new Target(LEFT, drive, 0))));
    assertTrue(e.getMessage().contains("1 channels for 2 inputs"), e.getMessage());
  }

  @Test
  void aUnitThatIsNotTheActuatorsIsRefused() {
    Channel angle = new Channel("left.angle", Unit.RADIAN, -1, 1);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new Target(angle, drive, 0));
    assertTrue(e.getMessage().contains("left.angle is in rad"), e.getMessage());
  }
}

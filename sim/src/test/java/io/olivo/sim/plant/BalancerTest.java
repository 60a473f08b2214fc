package io.olivo.sim.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.filter.ComplementaryAttitude;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Energy is written from the points' velocities here, not from the equation of motion. */
class BalancerTest {
  private static final double TICK = .004; // s
  private static final double FINE = 1e-5; // s
  private static final int FORWARD = 4; // outputs
  private static final int UP = 5;

  private final Balancer robot = new Balancer();
  private final double[] out = new double[6];

  private void start(double tilt) {
    robot.start(new double[0], new Chance(1));
    robot.q[0] = tilt;
    robot.q[1] = tilt;
  }

  /** Of wheels, body and load 7 and 15 cm above the axle [J]; uphill is up. */
  private double energy(double payload, double slope, double lean) {
    double along = .034 * robot.dq[1];
    double energy = .5 * (.14 + .5 * .14) * along * along; // rolling discs
    energy += .5 * .003 * robot.dq[0] * robot.dq[0];
    energy += 9.81 * .14 * .034 * robot.q[1] * StrictMath.sin(slope);
    energy += point(.86, .07, slope, lean) + point(payload, .15, slope, lean);
    return energy;
  }

  private double point(double mass, double height, double slope, double lean) {
    double along = .034 * robot.dq[1];
    double tilt = robot.q[0] + lean;
    double x = along * StrictMath.cos(slope) + height * StrictMath.cos(tilt) * robot.dq[0];
    double z = along * StrictMath.sin(slope) - height * StrictMath.sin(tilt) * robot.dq[0];
    double above = .034 * robot.q[1] * StrictMath.sin(slope) + height * StrictMath.cos(tilt);
    return mass * (.5 * (x * x + z * z) + 9.81 * above);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", ".3, 0, 0", "0, .1, 0", ".2, -.05, .03"})
  void energyGainedIsTheWorkOfTheMotorsWithoutFriction(double payload, double slope, double lean) {
    robot.set("friction", 0);
    robot.set("payload", payload);
    robot.set("slope", slope);
    robot.set("lean", lean);
    start(.1);
    double before = energy(payload, slope, lean);
    double work = 0;
    for (int t = 0; Math.abs(robot.q[0]) < .9; t++) { // before it lies
      double torque = .05 * StrictMath.sin(20 * t * FINE);
      double turned = robot.q[1] - robot.q[0];
      robot.step(new double[] {torque}, FINE);
      work -= torque * (robot.q[1] - robot.q[0] - turned); // positive turns the wheels backwards
      assertEquals(work, energy(payload, slope, lean) - before, 5e-4, "J");
    }
    assertTrue(Math.abs(work) > .01, "J: " + work);
  }

  @Test
  void withoutMotorsItFallsToTheSideItLeansToAndLiesThere() {
    start(.01);
    for (int t = 0; t < 1500; t++) {
      robot.step(new double[1], TICK);
    }
    assertEquals(StrictMath.PI / 3, robot.q[0], .05, "rad");
    assertEquals(0, robot.dq[0], .01, "rad/s");
    start(-.01);
    robot.step(new double[1], TICK);
    assertTrue(robot.dq[0] < 0);
  }

  @Test
  void uprightItStandsInUnstableEquilibriumAndLeanMovesThat() {
    start(0);
    for (int t = 0; t < 100; t++) {
      robot.step(new double[1], TICK);
    }
    assertEquals(0, Math.abs(robot.q[0]));
    robot.set("lean", .05);
    start(-.05);
    for (int t = 0; t < 100; t++) {
      robot.step(new double[1], TICK);
    }
    assertEquals(-.05, robot.q[0], 1e-9);
  }

  @Test
  void positiveTorqueLeansTheBodyForwardsAndTurnsTheWheelsBackwards() {
    start(0);
    robot.step(new double[] {.1}, TICK);
    assertTrue(robot.dq[0] > 0 && robot.dq[1] < 0);
    robot.outputs(out);
    assertEquals(robot.dq[1] - robot.dq[0], out[1]);
    robot.set("gain", 0);
    start(0);
    robot.step(new double[] {.1}, TICK);
    assertEquals(0, Math.abs(robot.dq[0]));
  }

  @Test
  void onASlopeItRollsDown() {
    robot.set("slope", .1);
    start(0);
    robot.step(new double[1], TICK);
    assertTrue(robot.dq[1] < 0);
  }

  @Test
  void heldStillTheSensorFeelsGravityAsTheFusionUnderstandsIt() {
    var fusion = new ComplementaryAttitude(ComplementaryAttitude.Axis.Y, 1, TICK);
    start(.3);
    robot.outputs(out);
    double axle = .034 * accelerations()[1];
    double sensor = .06 * accelerations()[0];
    double forward = out[FORWARD] - axle * StrictMath.cos(.3) - sensor;
    double up = out[UP] - axle * StrictMath.sin(.3);
    double[] tilt = new double[1];
    fusion.next(new double[] {0, forward, up}, 1, tilt);
    assertEquals(.3, tilt[0], 1e-9, "rad");
  }

  private double[] accelerations() {
    double[] ddq = new double[2];
    robot.acceleration(new double[1], ddq);
    return ddq;
  }

  @Test
  void accelerationFeltIsThatOfThePointWhereTheSensorIs() {
    robot.set("slope", .1);
    start(.2);
    double[] torque = {.05};
    for (int t = 0; t < 20_000; t++) {
      robot.step(torque, FINE);
    }
    double[] before = velocity();
    robot.outputs(out);
    double tilt = robot.q[0];
    for (int t = 0; t < 10; t++) {
      robot.step(torque, FINE);
    }
    double x = (velocity()[0] - before[0]) / (10 * FINE);
    double z = (velocity()[1] - before[1]) / (10 * FINE) + 9.81;
    assertEquals(x * StrictMath.cos(tilt) - z * StrictMath.sin(tilt), out[FORWARD], .02, "m/s^2");
    assertEquals(x * StrictMath.sin(tilt) + z * StrictMath.cos(tilt), out[UP], .02, "m/s^2");
  }

  /** Of the sensor, 6 cm above the axle [m/s]. */
  private double[] velocity() {
    double along = .034 * robot.dq[1];
    double turning = .06 * robot.dq[0];
    return new double[] {
      along * StrictMath.cos(.1) + turning * StrictMath.cos(robot.q[0]),
      along * StrictMath.sin(.1) - turning * StrictMath.sin(robot.q[0])
    };
  }

  @Test
  void savedAndLoadedItGoesOnBitForBit() {
    start(.02);
    robot.step(new double[] {.03}, TICK);
    StateWriter saved = new StateWriter("plant");
    robot.save(saved);
    Balancer other = new Balancer();
    other.load(new StateReader(saved.bytes()));
    double[] expected = new double[6];
    robot.outputs(expected);
    other.outputs(out);
    assertArrayEquals(expected, out);
    robot.step(new double[] {-.03}, TICK);
    other.step(new double[] {-.03}, TICK);
    robot.outputs(expected);
    other.outputs(out);
    assertArrayEquals(expected, out);
  }
}

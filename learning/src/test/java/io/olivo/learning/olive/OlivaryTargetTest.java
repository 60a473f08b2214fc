package io.olivo.learning.olive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.Teaching;
import org.junit.jupiter.api.Test;

class OlivaryTargetTest {
  private static final double TAU = .03;
  private static final double DT = .002;
  private static final double A = DT / (TAU + DT);

  private static Teaching teaching(double error, double rate) {
    Teaching teaching = new Teaching(1);
    teaching.tellError(new double[] {error}, new double[] {rate}, 0);
    return teaching;
  }

  @Test
  void targetAddsTheDelayedCommandTheFeedbackAndTheUnfinishedAcceleration() {
    OlivaryTarget target = new OlivaryTarget(1, TAU, DT);
    int lag = 4;
    double claim = 1.5 * .2;
    target.claim(0, 0, claim);
    double[] command = new double[300]; // F u_ff
    double feedback = 0;
    double slow = 0;
    for (int t = 1; t < command.length; t++) {
      double u = StrictMath.sin(.1 * t);
      double error = StrictMath.cos(.07 * t);
      double rate = StrictMath.sin(.05 * t + 1);
      target.push(teaching(error, rate), new double[] {u});
      command[t] = command[t - 1] + A * (u - command[t - 1]);
      feedback += A * (error - feedback);
      slow += A * (rate - slow);
      double s = (rate - slow) / TAU;
      double delayed = t > lag ? command[t - lag] : 0;
      assertEquals(delayed + feedback + claim * s, target.target(0, lag), 1e-12);
      assertEquals(feedback, target.feedback(0), 1e-15);
      assertEquals(claim * s, target.inertial(0), 1e-12);
    }
  }

  @Test
  void accelerationIsTheFilteredDerivativeOfTheRate() {
    OlivaryTarget target = new OlivaryTarget(1, TAU, DT);
    target.claim(0, 0, 1);
    double slope = 3; // rate grows by 3 per second
    for (int t = 0; t < 1000; t++) {
      target.push(teaching(0, slope * t * DT), new double[1]);
    }
    assertEquals(slope, target.inertial(0), 1e-9, "after 66 time constants");
  }

  @Test
  void resetForgetsEverything() {
    OlivaryTarget target = new OlivaryTarget(1, TAU, DT);
    target.claim(0, 0, 1);
    target.push(teaching(1, 2), new double[] {3});
    target.reset();
    assertEquals(0, target.target(0, 0));
    assertEquals(0, target.feedback(0));
  }

  @Test
  void whatOneJointDoesNotDoIsClaimedFromTheOthersToo() {
    OlivaryTarget target = new OlivaryTarget(2, TAU, DT);
    target.claim(0, 0, 2);
    target.claim(0, 1, .5);
    target.claim(1, 0, .5);
    target.claim(1, 1, 1);
    Teaching teaching = new Teaching(2);
    for (int t = 0; t < 1000; t++) {
      teaching.tellError(new double[2], new double[] {3 * t * DT, -4 * t * DT}, 0);
      target.push(teaching, new double[2]);
    }
    assertEquals(2 * 3 - .5 * 4, target.inertial(0), 1e-8);
    assertEquals(.5 * 3 - 4, target.target(1, 0), 1e-8);
  }
}

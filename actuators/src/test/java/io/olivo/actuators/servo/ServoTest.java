package io.olivo.actuators.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ServoTest {
  private static final double STEP = 2 * Math.PI / 4096;

  @Test
  void theWholeTurnIsFourThousandStepsAroundItsZero() {
    Servo servo = new Servo(1, ServoModel.STS3215);
    assertEquals(2048, servo.steps(0));
    assertEquals(0, servo.steps(-Math.PI));
    assertEquals(4095, servo.steps(Math.PI));
    assertEquals(-Math.PI, servo.angle(0), 1e-12);
  }

  @Test
  void goalsSaturateAtTheLimitsOfTheJointAndOfTheServo() {
    Servo servo = new Servo(1, ServoModel.STS3215, 3500, false, -1, 2, 1);
    assertEquals(-1, servo.angle(servo.steps(-1e9)), STEP / 2);
    assertEquals(4095, servo.steps(2), "beyond the end of the turn");
  }

  @Test
  void aReversedServoCountsTheOtherWay() {
    Servo servo = new Servo(1, ServoModel.STS3215, 2048, true, -1, 1, 1);
    assertEquals(2048 - 326, servo.steps(.5));
    assertEquals(.5, servo.angle(servo.steps(.5)), STEP / 2);
  }

  @Test
  void nonsenseIsRefusedWithTheIdAndWhatIsAllowed() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new Servo(253, ServoModel.XL330_M288));
    assertTrue(e.getMessage().contains("0 to 252"), e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Servo(1, ServoModel.STS3215, 4096, false, -1, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Servo(1, ServoModel.STS3215, 0, false, Double.NaN, 1, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new Servo(1, ServoModel.STS3215, 0, false, -1, 1, 0));
  }
}

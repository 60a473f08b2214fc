package io.olivo.actuators.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.servo.emulated.EmulatedDynamixelLine;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelX;
import io.olivo.actuators.servo.emulated.EmulatedFeetechLine;
import io.olivo.actuators.servo.emulated.EmulatedServoLine;
import io.olivo.actuators.servo.emulated.EmulatedSts3215;
import io.olivo.actuators.servo.emulated.FreeServo;
import org.junit.jupiter.api.Test;

/** Servos without hardware do what the documents of the real ones say, also what is a nuisance. */
class EmulatedServosTest {
  private static final int ACCESS = 7;
  private static final int DATA_RANGE = 4;

  private final EmulatedSts3215 feetech = new EmulatedSts3215(1, new FreeServo(0));
  private final EmulatedServoLine feetechLine = new EmulatedFeetechLine(1_000_000, 1).with(feetech);
  private final EmulatedDynamixelX dynamixel = new EmulatedDynamixelX(1, 1200, new FreeServo(0));
  private final EmulatedServoLine dynamixelLine =
      new EmulatedDynamixelLine(1_000_000, 1).with(dynamixel);
  private final StatusPacket packet = new StatusPacket();
  private final byte[] out = new byte[64];

  private int write(EmulatedServoLine line, ServoProtocol protocol, int address, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      bytes[i] = (byte) data[i];
    }
    line.write(out, protocol.write(out, 1, address, bytes, bytes.length));
    return answer(line, protocol);
  }

  private int answer(EmulatedServoLine line, ServoProtocol protocol) {
    byte[] in = line.takeAnswers();
    assertTrue(protocol.next(in, 0, in.length, packet) > 0, "an answer");
    return packet.error();
  }

  private int feetech(int address, int... data) {
    return write(feetechLine, new FeetechProtocol(), address, data);
  }

  private int dynamixel(int address, int... data) {
    return write(dynamixelLine, new DynamixelProtocol(), address, data);
  }

  @Test
  void aLockedFeetechChangesButForgetsWithoutPower() {
    feetech(33, 1);
    assertEquals(1, feetech.peek(33, 1));
    feetech.powerUp();
    assertEquals(0, feetech.peek(33, 1));
    feetech(55, 0);
    feetech(33, 1);
    feetech.powerUp();
    assertEquals(1, feetech.peek(33, 1));
  }

  @Test
  void aGoalSwitchesTheTorqueOfAFeetechOn() {
    feetech(42, 0, 4);
    assertTrue(feetech.torque());
  }

  @Test
  void aFeetechThatIsToldNotToAnswerWritesDoesNot() {
    feetech.poke(8, 1, 0);
    feetechLine.write(out, new FeetechProtocol().write(out, 1, 40, new byte[] {1}, 1));
    assertEquals(0, feetechLine.takeAnswers().length);
    assertTrue(feetech.torque());
  }

  @Test
  void whatADynamixelKeepsWithoutPowerIsLockedByTorque() {
    assertEquals(0, dynamixel(64, 1));
    assertEquals(ACCESS, dynamixel(11, 4));
    assertEquals(0, dynamixel(64, 0));
    assertEquals(0, dynamixel(11, 4));
    dynamixel.powerUp();
    assertEquals(4, dynamixel.peek(11, 1));
  }

  @Test
  void aDynamixelThatShutDownGetsNoTorqueUntilItIsStartedAnew() {
    dynamixel.overload();
    assertEquals(0x80 | ACCESS, dynamixel(64, 1));
    dynamixelLine.write(out, new DynamixelProtocol().reboot(out, 1));
    answer(dynamixelLine, new DynamixelProtocol());
    assertEquals(0, dynamixel(64, 1));
    assertTrue(dynamixel.torque());
  }

  @Test
  void afterItsWatchdogADynamixelTakesNoGoalUntilThatIsCleared() {
    dynamixel(64, 1);
    dynamixel(98, 5);
    dynamixelLine.pass(99_000_000);
    assertEquals(0, dynamixel(116, 0, 4, 0, 0));
    dynamixelLine.pass(101_000_000);
    assertEquals(DATA_RANGE, dynamixel(116, 0, 8, 0, 0));
    assertEquals(0, dynamixel(98, 0));
    assertEquals(0, dynamixel(116, 0, 8, 0, 0));
  }

  @Test
  void timeGoesByTheBitsAndByTheDelayBeforeAnAnswer() {
    int sent = new FeetechProtocol().ping(out, 1);
    feetechLine.write(out, sent);
    feetechLine.takeAnswers();
    assertEquals((sent + 6) * 10_000 + 500_000, feetechLine.nowNanos());
  }

  @Test
  void twoServosWithOneIdSpeakAtOnce() {
    EmulatedSts3215 other = new EmulatedSts3215(1, new FreeServo(1));
    feetechLine.with(other);
    feetechLine.write(out, new FeetechProtocol().read(out, 1, 56, 2));
    byte[] in = feetechLine.takeAnswers();
    assertEquals(8, in.length);
    assertFalse(new FeetechProtocol().next(in, 0, in.length, packet) > 0);
  }
}

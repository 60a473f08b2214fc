package io.olivo.actuators.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.servo.emulated.EmulatedDynamixelLine;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelX;
import io.olivo.actuators.servo.emulated.EmulatedFeetechLine;
import io.olivo.actuators.servo.emulated.EmulatedServoLine;
import io.olivo.actuators.servo.emulated.EmulatedSts3215;
import io.olivo.actuators.servo.emulated.FreeServo;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What both protocols make of packets that were damaged, and of nonsense. */
class DamagedPacketsTest {
  private static final int BYTES = 21;

  private final byte[] out = new byte[64];
  private final StatusPacket packet = new StatusPacket();

  static Stream<Arguments> protocols() {
    return Stream.of(
        Arguments.of(
            Named.of("feetech", new FeetechProtocol()),
            new EmulatedFeetechLine(1_000_000, 1).with(new EmulatedSts3215(7, new FreeServo(1)))),
        Arguments.of(
            Named.of("dynamixel", new DynamixelProtocol()),
            new EmulatedDynamixelLine(1_000_000, 1)
                .with(new EmulatedDynamixelX(7, 1200, new FreeServo(1)))));
  }

  private byte[] answer(ServoProtocol protocol, EmulatedServoLine line) {
    line.write(out, protocol.syncRead(out, 40, BYTES, new int[] {7}));
    byte[] good = line.takeAnswers();
    assertEquals(good.length, protocol.next(good, 0, good.length, packet), "the whole packet");
    return good;
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void everyFlippedBitIsSeen(ServoProtocol protocol, EmulatedServoLine line) {
    byte[] good = answer(protocol, line);
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertEquals(-1, protocol.next(bad, 0, bad.length, packet), "bit " + bit);
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void aPacketThatBreaksOffIsNone(ServoProtocol protocol, EmulatedServoLine line) {
    byte[] good = answer(protocol, line);
    for (int length = 1; length < good.length; length++) {
      assertEquals(-1, protocol.next(good, 0, length, packet));
      assertTrue(packet.missing() > 0, length + " bytes");
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void nonsenseIsSkippedWithoutAnException(ServoProtocol protocol, EmulatedServoLine line) {
    SplittableRandom chance = new SplittableRandom(3);
    byte[] likely = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xfd, 0, 1, 2, 4, 0x55, 0x40};
    for (int i = 0; i < 200_000; i++) {
      byte[] in = new byte[chance.nextInt(1, 80)];
      for (int k = 0; k < in.length; k++) {
        in[k] = chance.nextInt(4) == 0 ? (byte) chance.nextInt() : likely[chance.nextInt(10)];
      }
      int from = 0;
      for (int next = 0; next >= 0; next = protocol.next(in, from, in.length, packet)) {
        assertTrue(packet.count() <= StatusPacket.MOST_DATA);
        from = next;
      }
    }
  }
}

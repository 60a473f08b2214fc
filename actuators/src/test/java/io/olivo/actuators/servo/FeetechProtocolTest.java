package io.olivo.actuators.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Bytes as they go over the line; those of speed are a stranger's recording of the same thing. */
class FeetechProtocolTest {
  private final FeetechProtocol protocol = new FeetechProtocol();
  private final byte[] out = new byte[64];
  private final StatusPacket packet = new StatusPacket();

  @Test
  void ping() {
    assertEquals("ff ff 01 02 01 fb", Bytes.hex(out, protocol.ping(out, 1)));
  }

  @Test
  void readOfAPosition() {
    assertEquals("ff ff 01 04 02 38 02 be", Bytes.hex(out, protocol.read(out, 1, 56, 2)));
  }

  @Test
  void writeOfAccelerationAndOfABackwardSpeed() {
    int length = protocol.write(out, 21, 41, new byte[] {50}, 1);
    assertEquals("ff ff 15 04 03 29 32 88", Bytes.hex(out, length));
    length = protocol.write(out, 21, 46, Bytes.of("2c 81"), 2);
    assertEquals("ff ff 15 05 03 2e 2c 81 07", Bytes.hex(out, length));
  }

  @Test
  void aRegisteredWriteWaitsForItsAction() {
    int length = protocol.regWrite(out, 1, 42, Bytes.of("00 08"), 2);
    assertEquals("ff ff 01 05 04 2a 00 08 c3", Bytes.hex(out, length));
    assertEquals("ff ff fe 02 05 fa", Bytes.hex(out, protocol.action(out, 0xfe)));
  }

  @Test
  void manyAtOnce() {
    int length = protocol.syncWrite(out, 42, 2, new int[] {1, 2}, Bytes.of("00 08 ff 07"));
    assertEquals("ff ff fe 0a 83 2a 02 01 00 08 02 ff 07 37", Bytes.hex(out, length));
    length = protocol.syncRead(out, 56, 15, new int[] {1, 2, 3});
    assertEquals("ff ff fe 07 82 38 0f 01 02 03 2b", Bytes.hex(out, length));
  }

  @Test
  void anAnswerIsFoundBehindNonsense() {
    byte[] in = Bytes.of("00 ff 17 ff ff 01 04 20 00 08 d2 ff");
    assertEquals(11, protocol.next(in, 0, in.length, packet));
    assertEquals(1, packet.id());
    assertEquals(0x20, packet.error());
    assertEquals("00 08", Bytes.hex(packet.data(), packet.count()));
  }

  @Test
  void anAnswerThatHasBegunSaysHowMuchIsMissing() {
    byte[] in = Bytes.of("ff ff 01 04 00");
    assertEquals(-1, protocol.next(in, 0, in.length, packet));
    assertEquals(3, packet.missing());
  }

  @Test
  void aFalseBeginningDoesNotHideAnAnswer() {
    byte[] in = Bytes.of("ff ff 01 30 ff ff 02 02 00 fb");
    assertTrue(protocol.next(in, 0, in.length, packet) > 0);
    assertEquals(2, packet.id());
  }
}

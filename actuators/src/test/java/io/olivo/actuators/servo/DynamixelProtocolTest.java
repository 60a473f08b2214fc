package io.olivo.actuators.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.servo.emulated.EmulatedDynamixelLine;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelX;
import io.olivo.actuators.servo.emulated.FreeServo;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The examples of the e-Manual. */
class DynamixelProtocolTest {
  private static final int SCRATCH = 208; // registers that hold anything
  private static final int SCRATCH_BYTES = 20;

  private final DynamixelProtocol protocol = new DynamixelProtocol();
  private final byte[] out = new byte[128];
  private final StatusPacket packet = new StatusPacket();

  @Test
  void pingAndReboot() {
    assertEquals("ff ff fd 00 01 03 00 01 19 4e", Bytes.hex(out, protocol.ping(out, 1)));
    assertEquals("ff ff fd 00 01 03 00 08 2f 4e", Bytes.hex(out, protocol.reboot(out, 1)));
  }

  @Test
  void readOfAPosition() {
    assertEquals(
        "ff ff fd 00 01 07 00 02 84 00 04 00 1d 15", Bytes.hex(out, protocol.read(out, 1, 132, 4)));
  }

  @Test
  void writeOfAGoal() {
    int length = protocol.write(out, 1, 116, Bytes.of("00 02 00 00"), 4);
    assertEquals("ff ff fd 00 01 09 00 03 74 00 00 02 00 00 ca 89", Bytes.hex(out, length));
  }

  @Test
  void manyAtOnce() {
    int[] ids = {1, 2};
    assertEquals(
        "ff ff fd 00 fe 09 00 82 84 00 04 00 01 02 ce fa",
        Bytes.hex(out, protocol.syncRead(out, 132, 4, ids)));
    byte[] goals = Bytes.of("96 00 00 00 aa 00 00 00");
    assertEquals(
        "ff ff fd 00 fe 11 00 83 74 00 04 00 01 96 00 00 00 02 aa 00 00 00 82 87",
        Bytes.hex(out, protocol.syncWrite(out, 116, 4, ids, goals)));
  }

  @Test
  void bothAnswersOfASyncRead() {
    byte[] in =
        Bytes.of(
            "ff ff fd 00 01 08 00 55 00 a6 00 00 00 8c c0"
                + " ff ff fd 00 02 08 00 55 00 1f 08 00 00 ba be");
    int next = protocol.next(in, 0, in.length, packet);
    assertEquals(15, next);
    assertEquals("a6 00 00 00", Bytes.hex(packet.data(), packet.count()));
    assertEquals(30, protocol.next(in, next, in.length, packet));
    assertEquals(2, packet.id());
    assertEquals("1f 08 00 00", Bytes.hex(packet.data(), packet.count()));
  }

  @Test
  void dataThatLooksLikeAHeaderIsStuffed() {
    int length = protocol.write(out, 1, SCRATCH, Bytes.of("ff ff fd 00"), 4);
    assertEquals("ff ff fd 00 01 0a 00 03 d0 00 ff ff fd fd 00", Bytes.hex(out, length - 2));
  }

  @Test
  void whateverIsWrittenIsWhatTheServoHasAndWhatIsReadBack() {
    EmulatedDynamixelX servo = new EmulatedDynamixelX(1, 1200, new FreeServo(0));
    var line = new EmulatedDynamixelLine(1_000_000, 1).with(servo);
    SplittableRandom chance = new SplittableRandom(5);
    byte[] mostlyHeaders = Bytes.of("ff ff fd ff fd 00");
    for (int i = 0; i < 20_000; i++) {
      byte[] data = new byte[chance.nextInt(1, SCRATCH_BYTES + 1)];
      for (int k = 0; k < data.length; k++) {
        data[k] = mostlyHeaders[chance.nextInt(mostlyHeaders.length)];
      }
      line.write(out, protocol.write(out, 1, SCRATCH, data, data.length));
      assertEquals(0, answer(line.takeAnswers()), "error");
      line.write(out, protocol.read(out, 1, SCRATCH, data.length));
      answer(line.takeAnswers());
      assertEquals(Bytes.hex(data, data.length), Bytes.hex(packet.data(), packet.count()));
      assertEquals(data[0] & 0xff, servo.peek(SCRATCH, 1));
    }
  }

  private int answer(byte[] in) {
    assertEquals(in.length, protocol.next(in, 0, in.length, packet));
    return packet.error();
  }

  @Test
  void anAnswerThatHasBegunSaysHowMuchIsMissing() {
    byte[] in = Bytes.of("ff ff fd 00 01 08 00 55");
    assertEquals(-1, protocol.next(in, 0, in.length, packet));
    assertEquals(7, packet.missing());
  }

  @Test
  void noBurstOfSixteenBitsPasses() {
    byte[] good = Bytes.of("ff ff fd 00 01 08 00 55 00 a6 00 00 00 8c c0");
    SplittableRandom chance = new SplittableRandom(9);
    for (int i = 0; i < 100_000; i++) {
      byte[] bad = Arrays.copyOf(good, good.length);
      int at = chance.nextInt(bad.length - 3); // the checksum has its low byte first
      int burst = chance.nextInt(1, 1 << 16);
      bad[at] ^= (byte) burst;
      bad[at + 1] ^= (byte) (burst >> 8);
      assertTrue(protocol.next(bad, 0, bad.length, packet) < 0, Bytes.hex(bad, bad.length));
    }
  }
}

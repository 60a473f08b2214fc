package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.SerialLine;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.bus.emulated.Mishaps;
import io.olivo.sensors.chip.emulated.EmulatedBno055;
import io.olivo.sensors.chip.emulated.EmulatedBno055Line;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class Bno055SerialTest {
  private final World world = new World();
  private final EmulatedBno055 chip = new EmulatedBno055(world, 1);
  private final EmulatedI2cBus behind = new EmulatedI2cBus(400e3, 1).with(Bno055.ADDRESS, chip);
  private final EmulatedBno055Line line = new EmulatedBno055Line(behind, Bno055.ADDRESS, 1);
  private final Bno055Serial bus = new Bno055Serial(line);
  private final Bno055 sensor = new Bno055(bus, Bno055.ADDRESS, Bno055.Mode.NDOF);

  private void assertSays(String part) {
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  @Test
  void theDriverDoesNotNoticeThatItIsOverASerialLine() throws BusException {
    world.acceleration[2] = 9.81;
    world.rate[0] = -3;
    Drivers.begin(sensor);
    double[] read = Drivers.read(sensor);
    assertEquals(9.81, read[2], .0051);
    assertEquals(-3, read[3], .51 / 900);
    assertEquals(1, read[6]);
  }

  /** Frames as the datasheet has them. */
  @Test
  void framesAreThoseOfTheDatasheet() throws BusException {
    byte[][] sent = new byte[2][];
    int[] count = {0};
    SerialLine listening =
        new SerialLine() {
          @Override
          public void write(byte[] bytes, int length) {
            sent[count[0]++] = Arrays.copyOf(bytes, length);
            line.write(bytes, length);
          }

          @Override
          public int read(byte[] into, int offset, int length, long timeoutNanos) {
            return line.read(into, offset, length, timeoutNanos);
          }

          @Override
          public void discard() {
            line.discard();
          }
        };
    Bno055Serial heard = new Bno055Serial(listening);
    heard.write(0, new byte[] {0x3d, 0x0c}, 2);
    heard.writeRead(0, new byte[] {0x3d}, 1, new byte[1], 1);
    assertArrayEquals(new byte[] {(byte) 0xaa, 0, 0x3d, 1, 0x0c}, sent[0]);
    assertArrayEquals(new byte[] {(byte) 0xaa, 1, 0x3d, 1}, sent[1]);
  }

  @Test
  void aSilentChipIsNoReading() throws BusException {
    Drivers.begin(sensor);
    behind.remove(Bno055.ADDRESS);
    assertSays("said 0 bytes of 2");
  }

  @Test
  void aChipThatIsTooBusyIsNoReading() throws BusException {
    Drivers.begin(sensor);
    line.goWrong(new Mishaps(1, 0, 0, 0));
    assertSays("answered 0xee 0x07");
    line.goWrong(Mishaps.NONE);
    assertEquals(1, Drivers.read(sensor)[6]);
  }

  /** As after a reading that was given up: something is left on the line. */
  @Test
  void whatIsLeftOnTheLineIsNotTakenForAnAnswer() throws BusException {
    Drivers.begin(sensor);
    line.write(new byte[] {(byte) 0xaa, 1, 0, 1}, 4);
    assertEquals(1, Drivers.read(sensor)[6]);
  }

  @Test
  void anAnswerWhoseEndComesLateIsNotTakenForTheNext() throws BusException {
    Drivers.begin(sensor);
    line.goWrong(new Mishaps(0, 1, 0, 0));
    assertThrows(BusException.class, () -> Drivers.read(sensor));
    line.goWrong(Mishaps.NONE);
    assertEquals(1, Drivers.read(sensor)[6]);
  }

  @Test
  void whatIsLeftIsForgottenBeforeACommandAndAResetIsNotWaitedFor() throws BusException {
    SerialLine watched = mock();
    new Bno055Serial(watched).write(0, new byte[] {0x3f, 0x20}, 2);
    InOrder order = inOrder(watched);
    order.verify(watched).discard();
    order.verify(watched).write(any(), eq(5));
    order.verifyNoMoreInteractions();
  }

  @Test
  void itsLineIsClosedWithIt() {
    SerialLine watched = mock();
    new Bno055Serial(watched).close();
    verify(watched).close();
  }

  @Test
  void moreBytesThanItMovesAtOnceAreRefused() {
    assertThrows(BusException.class, () -> bus.writeRead(0, new byte[1], 1, new byte[129], 129));
  }
}

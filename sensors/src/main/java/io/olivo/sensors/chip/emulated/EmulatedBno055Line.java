package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.SerialLine;
import io.olivo.sensors.bus.emulated.Mishaps;
import java.util.SplittableRandom;

/**
 * The serial protocol of a BNO055: BST-BNO055-DS000-14, section 4.7. What goes wrong with the chip
 * goes wrong on the bus behind it: then the chip says nothing. Now and then it says that it was too
 * busy to listen, or the end of its answer comes late.
 */
public final class EmulatedBno055Line implements SerialLine {
  private static final int START = 0xaa;
  private static final int READ = 0x01;
  private static final int DATA = 0xbb;
  private static final int STATUS = 0xee;
  private static final int WRITE_SUCCESS = 0x01;
  private static final int WRONG_START_BYTE = 0x06;
  private static final int BUS_OVER_RUN_ERROR = 0x07;
  private static final int SYS_TRIGGER = 0x3f;

  private final I2cBus behind;
  private final int address;
  private final SplittableRandom chance;
  private Mishaps mishaps = Mishaps.NONE;
  private final byte[] data = new byte[129];
  private final byte[] queue = new byte[1024]; // of bytes that nobody has read
  private int arrived;
  private int late; // bytes after those that arrived
  private long silent;

  /**
   * @param behind a bus with the chip
   * @param address of the chip on it
   * @param seed of everything that goes wrong
   */
  public EmulatedBno055Line(I2cBus behind, int address, long seed) {
    this.behind = behind;
    this.address = address;
    chance = new SplittableRandom(seed);
  }

  /**
   * What goes wrong from now on: no answer is a chip too busy, cut short an end that comes late.
   */
  public void goWrong(Mishaps newMishaps) {
    mishaps = newMishaps;
  }

  /** An end that comes late comes before the next answer. */
  @Override
  public void write(byte[] bytes, int length) {
    arrived += late;
    late = 0;
    if ((bytes[0] & 0xff) != START) {
      say(STATUS, WRONG_START_BYTE, 0);
    } else if (happens(mishaps.noAnswer())) {
      say(STATUS, BUS_OVER_RUN_ERROR, 0);
    } else {
      obey(bytes, bytes[3] & 0xff);
    }
  }

  private void obey(byte[] bytes, int count) {
    try {
      data[0] = bytes[2];
      if (bytes[1] == READ) {
        byte[] read = new byte[count];
        behind.writeRead(address, data, 1, read, count);
        System.arraycopy(read, 0, queue, arrived + 2, count);
        say(DATA, count, count);
      } else {
        System.arraycopy(bytes, 4, data, 1, count);
        behind.write(address, data, 1 + count);
        if (bytes[2] != SYS_TRIGGER) { // a chip that resets says nothing
          say(STATUS, WRITE_SUCCESS, 0);
        }
      }
    } catch (BusException e) {
      silent++;
    }
  }

  private void say(int first, int second, int count) {
    queue[arrived] = (byte) first;
    queue[arrived + 1] = (byte) second;
    late = happens(mishaps.cutShort()) ? chance.nextInt(1, 3 + count) : 0;
    arrived += 2 + count - late;
  }

  /** How many commands were answered by nothing. */
  public long silent() {
    return silent;
  }

  @Override
  public int read(byte[] into, int offset, int length, long timeoutNanos) {
    int count = Math.min(length, arrived);
    System.arraycopy(queue, 0, into, offset, count);
    System.arraycopy(queue, count, queue, 0, arrived + late - count);
    arrived -= count;
    if (count < length) { // the time is up, and then comes the end
      arrived += late;
      late = 0;
    }
    return count;
  }

  @Override
  public void discard() {
    arrived = 0;
    late = 0;
  }

  private boolean happens(double probability) {
    return probability > 0 && chance.nextDouble() < probability;
  }
}

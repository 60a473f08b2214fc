package io.olivo.actuators.servo;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.SerialLine;

/** Lines that look at what goes by. */
final class Lines {
  private static final int MOST_STEPS = 200;

  private Lines() {}

  /** Makes a chain ready, as its bus does. */
  static void begin(ServoChain chain) {
    try {
      for (int step = 0; step < MOST_STEPS; step++) {
        if (chain.begin(step) == ServoChain.READY) {
          return;
        }
      }
    } catch (BusException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError(chain.name() + " never gets ready");
  }

  /** Counts writes to one servo. */
  static final class Counting implements SerialLine {
    private final SerialLine line;
    private final int[] writes = new int[256];

    Counting(SerialLine line) {
      this.line = line;
    }

    int writesBelow(int address) {
      int all = 0;
      for (int i = 0; i < address; i++) {
        all += writes[i];
      }
      return all;
    }

    @Override
    public void write(byte[] bytes, int length) throws BusException {
      boolean feetech = bytes[2] != (byte) 0xfd;
      if (bytes[feetech ? 4 : 7] == 3) {
        writes[bytes[feetech ? 5 : 8] & 0xff]++;
      }
      line.write(bytes, length);
    }

    @Override
    public int read(byte[] into, int offset, int length, long timeoutNanos) throws BusException {
      return line.read(into, offset, length, timeoutNanos);
    }

    @Override
    public void discard() throws BusException {
      line.discard();
    }
  }
}

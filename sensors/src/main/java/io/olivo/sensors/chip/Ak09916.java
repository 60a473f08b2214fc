package io.olivo.sensors.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.Registers;

/**
 * AK09916, the magnetometer inside an ICM-20948, 100 samples per second. Source: InvenSense
 * DS-000189 revision 1.3, sections 12 and 13, register map on page 77.
 *
 * <p>Its x axis is that of the accelerometer beside it, y and z point the other way (section 14 of
 * the same): they are turned here. After its data the second status has to be read, else they never
 * change again.
 */
final class Ak09916 {
  static final int ADDRESS = 0x0c;

  private static final int WIA2 = 0x01;
  private static final int IDENTITY = 0x09;
  private static final int ST1 = 0x10; // 9 bytes: status, three words, one unused, status
  private static final int BURST_BYTES = 9;
  private static final int AT_ST2 = 8;
  private static final int CNTL2 = 0x31;
  private static final int CNTL3 = 0x32;
  private static final int DRDY = 1 << 0;
  private static final int HOFL = 1 << 3;
  private static final int CONTINUOUS_100_HZ = 0b01000;
  private static final int SOFT_RESET = 1;
  private static final double RESET_SECONDS = 1e-3;
  private static final double FIRST_SAMPLE_SECONDS = 20e-3;
  private static final double STEP = .15e-6; // T
  private static final int[] DIRECTION = {1, -1, -1}; // [axis]

  private final Registers registers;

  Ak09916(I2cBus bus) {
    registers = new Registers(bus, ADDRESS, "ak09916");
  }

  /** Returns how long it takes [s]. */
  double reset() throws BusException {
    registers.expect(WIA2, IDENTITY, "is another chip");
    registers.write(CNTL3, SOFT_RESET);
    return RESET_SECONDS;
  }

  /** Returns how long its first sample takes [s]. */
  double start() throws BusException {
    registers.set(CNTL2, CONTINUOUS_100_HZ);
    return FIRST_SAMPLE_SECONDS;
  }

  void requireSample() throws BusException {
    registers.burst(ST1, BURST_BYTES);
    if ((registers.unsigned(0) & DRDY) == 0) {
      throw new BusException(registers.name() + " has measured nothing yet");
    }
  }

  /** Stores the field along three axes [T], NaN when it is too large: 4.9 mT, all axes added. */
  void read(double[] out, int at) throws BusException {
    registers.burst(ST1, BURST_BYTES);
    boolean overflow = (registers.unsigned(AT_ST2) & HOFL) != 0;
    for (int axis = 0; axis < DIRECTION.length; axis++) {
      double field = DIRECTION[axis] * registers.littleEndian(1 + 2 * axis) * STEP;
      out[at + axis] = overflow ? Double.NaN : field;
    }
    registers.expect(CNTL2, CONTINUOUS_100_HZ, "does not measure, its supply may have dropped");
  }
}

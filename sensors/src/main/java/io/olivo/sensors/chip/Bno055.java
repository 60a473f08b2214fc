package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.Registers;
import java.util.List;

/**
 * BNO055, acceleration, rate of turn and the orientation that the chip makes of them, 100 times a
 * second. Source: Bosch BST-BNO055-DS000-14 revision 1.4, pages 20 to 36 and register map.
 *
 * <p>It stretches the clock of its bus, which the I2C of some boards does not stand: now and then
 * the highest bit of a byte is wrong (github.com/raspberrypi/linux, issue 4884). So a reading is
 * believed when two in a row are the same, its quaternion has length 1, and the chip says that all
 * is well. The same wrong bit twice within some milliseconds is not seen. A bus by software
 * (i2c-gpio) and the chip's serial line ({@link Bno055Serial}) do not have the fault.
 */
public final class Bno055 implements PolledSensor {
  /** Where it is with its pin COM3 low; with COM3 high it is at 0x29. */
  public static final int ADDRESS = 0x28;

  /** What the orientation is made of. */
  public enum Mode {
    /** Acceleration and rate: the heading starts at 0 and drifts. */
    IMU(0x08),
    /** These and the magnetometer: the heading is that of the magnetic north. */
    NDOF(0x0c);

    final int bits;

    Mode(int bits) {
      this.bits = bits;
    }
  }

  private static final int CHIP_ID = 0x00;
  private static final int IDENTITY = 0xa0;
  private static final int PAGE_ID = 0x07;
  private static final int ACC_DATA_X_LSB =
      0x08; // words: acceleration, field, rate, angles, w x y z
  private static final int DATA_BYTES = 32;
  private static final int AT_RATE = 12;
  private static final int AT_QUATERNION = 24;
  private static final int SYS_STATUS = 0x39; // 5 bytes: status, error, units, unused, mode
  private static final int FUSION_RUNS = 5;
  private static final int UNIT_SEL = 0x3b;
  private static final int UNITS = 0x02; // m/s^2, rad/s; other than at reset
  private static final int OPR_MODE = 0x3d;
  private static final int SYS_TRIGGER = 0x3f;
  private static final int RST_SYS = 1 << 5;
  private static final double RESET_SECONDS = .7; // 0.65 and some
  private static final double FUSION_SECONDS = .1; // 7 ms for the mode, then its first outputs
  private static final int MOST_BURSTS = 3; // at 100 kHz shorter than from one sample to the next
  private static final double ACCELERATION_STEP = .01; // m/s^2
  private static final double RATE_STEP = 1.0 / 900; // rad/s
  private static final double QUATERNION_STEP = 1.0 / (1 << 14);
  private static final double SQUARE_TOLERANCE = .01;

  private final Registers registers;
  private final Mode mode;
  private final int[] before = new int[DATA_BYTES]; // bytes of the burst before
  private final double[] quaternion = new double[4];

  /**
   * @param bus it is on
   * @param address 0x28 or 0x29
   * @param mode what the orientation is made of
   */
  public Bno055(I2cBus bus, int address, Mode mode) {
    registers = new Registers(bus, address, "bno055");
    this.mode = mode;
  }

  @Override
  public String name() {
    return registers.name();
  }

  /** The orientation turns vectors of the chip into those of the earth, z up. */
  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure("acceleration.x", Unit.METRE_PER_SECOND_SQUARED),
        new Measure("acceleration.y", Unit.METRE_PER_SECOND_SQUARED),
        new Measure("acceleration.z", Unit.METRE_PER_SECOND_SQUARED),
        new Measure("rate.x", Unit.RADIAN_PER_SECOND),
        new Measure("rate.y", Unit.RADIAN_PER_SECOND),
        new Measure("rate.z", Unit.RADIAN_PER_SECOND),
        new Measure("orientation.w", Unit.ONE),
        new Measure("orientation.x", Unit.ONE),
        new Measure("orientation.y", Unit.ONE),
        new Measure("orientation.z", Unit.ONE));
  }

  @Override
  public double begin(int step) throws BusException {
    return switch (step) {
      case 0 -> reset();
      case 1 -> configure();
      default -> {
        requireFusion();
        yield READY;
      }
    };
  }

  private double reset() throws BusException {
    registers.write(PAGE_ID, 0);
    registers.expect(CHIP_ID, IDENTITY, "is another chip");
    registers.write(SYS_TRIGGER, RST_SYS);
    return RESET_SECONDS;
  }

  private double configure() throws BusException {
    registers.expect(CHIP_ID, IDENTITY, "has not started up");
    registers.set(UNIT_SEL, UNITS);
    registers.write(OPR_MODE, mode.bits);
    return FUSION_SECONDS;
  }

  private void requireFusion() throws BusException {
    registers.burst(SYS_STATUS, 5);
    if (registers.unsigned(0) != FUSION_RUNS
        || registers.unsigned(1) != 0
        || registers.unsigned(2) != UNITS
        || (registers.unsigned(4) & 0x0f) != mode.bits) {
      throw new BusException(
          "%s does not compute orientations: status %d, error %d, units 0x%02x, mode 0x%02x"
              .formatted(
                  name(),
                  registers.unsigned(0),
                  registers.unsigned(1),
                  registers.unsigned(2),
                  registers.unsigned(4)));
    }
  }

  @Override
  public void read(double[] out) throws BusException {
    readTheSameTwice();
    for (int i = 0; i < 3; i++) {
      out[i] = registers.littleEndian(2 * i) * ACCELERATION_STEP;
      out[3 + i] = registers.littleEndian(AT_RATE + 2 * i) * RATE_STEP;
    }
    for (int i = 0; i < 4; i++) {
      quaternion[i] = registers.littleEndian(AT_QUATERNION + 2 * i) * QUATERNION_STEP;
    }
    requireLengthOne();
    System.arraycopy(quaternion, 0, out, 6, 4);
    requireFusion();
  }

  private void readTheSameTwice() throws BusException {
    registers.burst(ACC_DATA_X_LSB, DATA_BYTES);
    for (int bursts = 1; bursts < MOST_BURSTS; bursts++) {
      for (int i = 0; i < DATA_BYTES; i++) {
        before[i] = registers.unsigned(i);
      }
      registers.burst(ACC_DATA_X_LSB, DATA_BYTES);
      if (isAsBefore()) {
        return;
      }
    }
    throw new BusException(name() + " never says the same twice: does the bus stand its clock?");
  }

  private boolean isAsBefore() {
    for (int i = 0; i < DATA_BYTES; i++) {
      if (before[i] != registers.unsigned(i)) {
        return false;
      }
    }
    return true;
  }

  private void requireLengthOne() throws BusException {
    double square = 0;
    for (double part : quaternion) {
      square += part * part;
    }
    if (Math.abs(square - 1) > SQUARE_TOLERANCE) {
      throw new BusException(name() + " says an orientation that is none");
    }
  }
}

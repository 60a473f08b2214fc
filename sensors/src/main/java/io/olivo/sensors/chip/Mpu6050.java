package io.olivo.sensors.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.Registers;
import io.olivo.sensors.chip.InvenSense.AccelerationRange;
import io.olivo.sensors.chip.InvenSense.RateRange;
import java.util.List;

/**
 * MPU-6050, accelerometer and gyroscope. Source: InvenSense RM-MPU-6000A-00 revision 4.2, register
 * map.
 *
 * <p>It sleeps after power-up. A brown-out puts it back to sleep with all data 0, which nothing at
 * rest on earth measures: that is no reading.
 */
public final class Mpu6050 implements PolledSensor {
  /** Where it is with its pin AD0 low; with AD0 high it is at 0x69. */
  public static final int ADDRESS = 0x68;

  private static final int CONFIG = 0x1a;
  private static final int GYRO_CONFIG = 0x1b;
  private static final int ACCEL_CONFIG = 0x1c;
  private static final int DATA = 0x3b; // 7 words: acceleration, temperature, rate
  private static final int DATA_BYTES = 14;
  private static final int PWR_MGMT_1 = 0x6b;
  private static final int WHO_AM_I = 0x75;
  private static final int IDENTITY = 0x68; // at both addresses
  private static final int RESET = 0x80;
  private static final int AWAKE_BY_GYRO_X = 0x01;
  private static final double RESET_SECONDS = .1;
  private static final double WAKE_SECONDS = .03; // the gyroscope starts
  private static final int LOW_PASS_94_HZ = 2;
  private static final double G = 9.80665; // m/s^2, standard gravity
  private static final double DEGREE = StrictMath.PI / 180; // rad
  private static final double STEPS_PER_KELVIN = 340;
  private static final double ZERO_KELVIN = 36.53 + 273.15; // temperature of step 0 [K]

  private final Registers registers;
  private final AccelerationRange acceleration;
  private final RateRange rate;

  /**
   * @param bus it is on
   * @param address 0x68 or 0x69
   * @param acceleration its range
   * @param rate its range
   */
  public Mpu6050(I2cBus bus, int address, AccelerationRange acceleration, RateRange rate) {
    registers = new Registers(bus, address, "mpu6050");
    this.acceleration = acceleration;
    this.rate = rate;
  }

  @Override
  public String name() {
    return registers.name();
  }

  @Override
  public List<Measure> measures() {
    return Motion.MEASURES;
  }

  @Override
  public double begin(int step) throws BusException {
    return switch (step) {
      case 0 -> reset();
      case 1 -> wake();
      default -> configure();
    };
  }

  private double reset() throws BusException {
    registers.expect(WHO_AM_I, IDENTITY, "is another chip");
    registers.write(PWR_MGMT_1, RESET);
    return RESET_SECONDS;
  }

  private double wake() throws BusException {
    registers.write(PWR_MGMT_1, AWAKE_BY_GYRO_X);
    return WAKE_SECONDS;
  }

  private double configure() throws BusException {
    registers.set(CONFIG, LOW_PASS_94_HZ);
    registers.set(GYRO_CONFIG, rate.bits << 3);
    registers.set(ACCEL_CONFIG, acceleration.bits << 3);
    registers.expect(PWR_MGMT_1, AWAKE_BY_GYRO_X, "does not wake up");
    return READY;
  }

  @Override
  public void read(double[] out) throws BusException {
    registers.burst(DATA, DATA_BYTES);
    requireAwake();
    for (int i = 0; i < 3; i++) {
      out[i] = registers.bigEndian(2 * i) / acceleration.stepsPerG * G;
      out[3 + i] = registers.bigEndian(8 + 2 * i) / rate.stepsPerDegree * DEGREE;
    }
    out[6] = registers.bigEndian(6) / STEPS_PER_KELVIN + ZERO_KELVIN;
  }

  private void requireAwake() throws BusException {
    int any = 0;
    for (int i = 0; i < DATA_BYTES; i++) {
      any |= registers.unsigned(i);
    }
    if (any == 0) {
      throw new BusException(name() + " is asleep: its supply may have dropped");
    }
  }
}

package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.Registers;
import io.olivo.sensors.chip.InvenSense.AccelerationRange;
import io.olivo.sensors.chip.InvenSense.RateRange;
import java.util.ArrayList;
import java.util.List;

/**
 * ICM-20948, accelerometer, gyroscope and magnetometer. Source: InvenSense DS-000189 revision 1.3,
 * sections 7 to 11, page 37 for its power.
 *
 * <p>It sleeps after power-up, with bank 0 selected. Its magnetometer is a chip of its own ({@link
 * Ak09916}), reached past it by its bypass, at an address that cannot be changed: one ICM-20948 to
 * a bus. A brown-out puts it back to sleep, which is looked at after every reading.
 */
public final class Icm20948 implements PolledSensor {
  /** Where it is with its pin AD0 high; with AD0 low it is at 0x68. */
  public static final int ADDRESS = 0x69;

  private static final int REG_BANK_SEL = 0x7f; // in every bank
  private static final int WHO_AM_I = 0x00;
  private static final int IDENTITY = 0xea;
  private static final int PWR_MGMT_1 = 0x06;
  private static final int INT_PIN_CFG = 0x0f;
  private static final int ACCEL_XOUT_H = 0x2d; // 7 words: acceleration, rate, temperature
  private static final int DATA_BYTES = 14;
  private static final int BANK_2 = 2 << 4;
  private static final int GYRO_CONFIG_1 = 0x01; // in bank 2
  private static final int ACCEL_CONFIG = 0x14; // in bank 2
  private static final int RESET = 0x80;
  private static final int AWAKE_BY_BEST_CLOCK = 0x01;
  private static final int BYPASS_EN = 1 << 1;
  private static final int LOW_PASS = (2 << 3) | 1; // 119.5 Hz of rates, 111.4 Hz of accelerations
  private static final double RESET_SECONDS = .1;
  private static final double WAKE_SECONDS = .05; // the gyroscope starts in 35 ms
  private static final double G = 9.80665; // m/s^2, standard gravity
  private static final double DEGREE = StrictMath.PI / 180; // rad
  private static final double STEPS_PER_KELVIN = 333.87;
  private static final double ZERO_KELVIN = 21 + 273.15; // temperature of step 0 [K]

  private final Registers registers;
  private final Ak09916 magnetometer;
  private final AccelerationRange acceleration;
  private final RateRange rate;

  /**
   * @param bus it is on
   * @param address 0x68 or 0x69
   * @param acceleration its range
   * @param rate its range
   */
  public Icm20948(I2cBus bus, int address, AccelerationRange acceleration, RateRange rate) {
    registers = new Registers(bus, address, "icm20948");
    magnetometer = new Ak09916(bus);
    this.acceleration = acceleration;
    this.rate = rate;
  }

  @Override
  public String name() {
    return registers.name();
  }

  /** The field is along the axes of the accelerations. */
  @Override
  public List<Measure> measures() {
    List<Measure> measures = new ArrayList<>(Motion.MEASURES);
    measures.add(new Measure("field.x", Unit.TESLA));
    measures.add(new Measure("field.y", Unit.TESLA));
    measures.add(new Measure("field.z", Unit.TESLA));
    return List.copyOf(measures);
  }

  @Override
  public double begin(int step) throws BusException {
    return switch (step) {
      case 0 -> reset();
      case 1 -> wake();
      case 2 -> configure();
      case 3 -> magnetometer.start();
      default -> {
        magnetometer.requireSample();
        yield READY;
      }
    };
  }

  private double reset() throws BusException {
    registers.write(REG_BANK_SEL, 0);
    registers.expect(WHO_AM_I, IDENTITY, "is another chip");
    registers.write(PWR_MGMT_1, RESET);
    return RESET_SECONDS;
  }

  private double wake() throws BusException {
    registers.write(PWR_MGMT_1, AWAKE_BY_BEST_CLOCK);
    return WAKE_SECONDS;
  }

  private double configure() throws BusException {
    registers.write(REG_BANK_SEL, BANK_2);
    registers.set(GYRO_CONFIG_1, LOW_PASS | (rate.bits << 1));
    registers.set(ACCEL_CONFIG, LOW_PASS | (acceleration.bits << 1));
    registers.write(REG_BANK_SEL, 0);
    registers.expect(PWR_MGMT_1, AWAKE_BY_BEST_CLOCK, "does not wake up");
    registers.set(INT_PIN_CFG, BYPASS_EN);
    return magnetometer.reset();
  }

  /** A field too large for its magnetometer is NaN, which is no valid value of a channel. */
  @Override
  public void read(double[] out) throws BusException {
    registers.burst(ACCEL_XOUT_H, DATA_BYTES);
    for (int i = 0; i < 3; i++) {
      out[i] = registers.bigEndian(2 * i) / acceleration.stepsPerG * G;
      out[3 + i] = registers.bigEndian(6 + 2 * i) / rate.stepsPerDegree * DEGREE;
    }
    out[6] = registers.bigEndian(12) / STEPS_PER_KELVIN + ZERO_KELVIN;
    magnetometer.read(out, 7);
    registers.expect(PWR_MGMT_1, AWAKE_BY_BEST_CLOCK, "is asleep, its supply may have dropped");
  }
}

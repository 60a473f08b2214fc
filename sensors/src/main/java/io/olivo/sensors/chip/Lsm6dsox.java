package io.olivo.sensors.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.Registers;
import java.util.List;

/**
 * LSM6DSOX, accelerometer and gyroscope, 208 samples per second. Source: ST DS12814, mechanical
 * characteristics and register description.
 *
 * <p>Both are off until they have a rate, so that a brown-out turns them off: their settings are
 * looked at after every reading. An LSM6DSO32 says that it is one of these, with accelerations of
 * half their size; nothing tells them apart.
 */
public final class Lsm6dsox implements PolledSensor {
  /** Where it is with its pin SA0 low; with SA0 high it is at 0x6b. */
  public static final int ADDRESS = 0x6a;

  /** Largest acceleration; it decides the resolution. */
  public enum AccelerationRange {
    G2(0b00, .061e-3),
    G4(0b10, .122e-3),
    G8(0b11, .244e-3),
    G16(0b01, .488e-3);

    final int bits;
    final double step; // standard gravity

    AccelerationRange(int bits, double step) {
      this.bits = bits;
      this.step = step;
    }

    /** Its end [m/s^2]. */
    public double most() {
      return (1 << 15) * step * G;
    }
  }

  /** Largest rate of turn in degrees per second; it decides the resolution. */
  public enum RateRange {
    DPS125(0b001, 4.375e-3),
    DPS250(0b000, 8.75e-3),
    DPS500(0b010, 17.5e-3),
    DPS1000(0b100, 35e-3),
    DPS2000(0b110, 70e-3);

    final int bits;
    final double step; // degrees per second

    RateRange(int bits, double step) {
      this.bits = bits;
      this.step = step;
    }

    /** Its end [rad/s]. */
    public double most() {
      return (1 << 15) * step * DEGREE;
    }
  }

  private static final int WHO_AM_I = 0x0f;
  private static final int IDENTITY = 0x6c;
  private static final int CTRL1_XL = 0x10;
  private static final int CTRL2_G = 0x11;
  private static final int CTRL3_C = 0x12;
  private static final int STATUS_REG = 0x1e;
  private static final int OUT_TEMP_L = 0x20; // 7 words: temperature, rate, acceleration
  private static final int DATA_BYTES = 14;
  private static final int SW_RESET = 1 << 0;
  private static final int IF_INC = 1 << 2; // bursts go on to the next register
  private static final int BDU = 1 << 6; // both bytes of a word are of one sample
  private static final int BOTH_MEASURE = 0b011; // GDA, XLDA
  private static final int ODR_208_HZ = 0b0101 << 4;
  private static final double RESET_SECONDS = 10e-3;
  private static final double TURN_ON_SECONDS = .1; // the gyroscope settles
  private static final double G = 9.80665; // m/s^2, standard gravity
  private static final double DEGREE = StrictMath.PI / 180; // rad
  private static final double STEPS_PER_KELVIN = 256;
  private static final double ZERO_KELVIN = 25 + 273.15; // temperature of step 0 [K]

  private final Registers registers;
  private final int accelerometer; // its settings
  private final int gyroscope;
  private final double accelerationStep; // m/s^2
  private final double rateStep; // rad/s

  /**
   * @param bus it is on
   * @param address 0x6a or 0x6b
   * @param acceleration its range
   * @param rate its range
   */
  public Lsm6dsox(I2cBus bus, int address, AccelerationRange acceleration, RateRange rate) {
    registers = new Registers(bus, address, "lsm6dsox");
    accelerometer = ODR_208_HZ | (acceleration.bits << 2);
    gyroscope = ODR_208_HZ | (rate.bits << 1);
    accelerationStep = acceleration.step * G;
    rateStep = rate.step * DEGREE;
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
      case 1 -> configure();
      default -> requireSamples();
    };
  }

  private double reset() throws BusException {
    registers.expect(WHO_AM_I, IDENTITY, "is another chip");
    registers.write(CTRL3_C, SW_RESET | IF_INC);
    return RESET_SECONDS;
  }

  private double configure() throws BusException {
    registers.set(CTRL3_C, BDU | IF_INC);
    registers.set(CTRL1_XL, accelerometer);
    registers.set(CTRL2_G, gyroscope);
    return TURN_ON_SECONDS;
  }

  private double requireSamples() throws BusException {
    if ((registers.read(STATUS_REG) & BOTH_MEASURE) != BOTH_MEASURE) {
      throw new BusException(name() + " has measured nothing yet");
    }
    return READY;
  }

  @Override
  public void read(double[] out) throws BusException {
    registers.burst(OUT_TEMP_L, DATA_BYTES);
    for (int i = 0; i < 3; i++) {
      out[i] = registers.littleEndian(8 + 2 * i) * accelerationStep;
      out[3 + i] = registers.littleEndian(2 + 2 * i) * rateStep;
    }
    out[6] = registers.littleEndian(0) / STEPS_PER_KELVIN + ZERO_KELVIN;
    requireSettings();
  }

  private void requireSettings() throws BusException {
    registers.burst(CTRL1_XL, 3);
    if (registers.unsigned(0) != accelerometer
        || registers.unsigned(1) != gyroscope
        || registers.unsigned(2) != (BDU | IF_INC)) {
      throw new BusException(name() + " has lost its settings: its supply may have dropped");
    }
  }
}

package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.Registers;
import java.util.List;

/**
 * INA226, voltage of a supply and the current through a shunt, 16 bits. Source: TI SBOS547B,
 * section 7.1 and, for the current without a calibration, section 6.5.3.
 *
 * <p>The current is computed here from the voltage across the shunt, so there is no calibration to
 * lose. The averaging is not the one of its reset: by it a brown-out is seen.
 */
public final class Ina226 implements PolledSensor {
  /** Where it is with both address pins low; 16 addresses up to 0x4f. */
  public static final int ADDRESS = 0x40;

  private static final int CONFIGURATION = 0x00;
  private static final int SHUNT_VOLTAGE = 0x01;
  private static final int BUS_VOLTAGE = 0x02;
  private static final int MASK_ENABLE = 0x06;
  private static final int MANUFACTURER_ID = 0xfe;
  private static final int DIE_ID = 0xff;
  private static final int TEXAS_INSTRUMENTS = 0x5449;
  private static final int INA226 = 0x2260;
  private static final int RESET = 0x8000;
  private static final int SETTINGS = 0x4297; // mean of 4, 332 us each, both, continuous
  private static final int CONVERSION_READY = 1 << 3; // CVRF
  private static final double LONGEST_CONVERSION_SECONDS = 4e-3; // of both and their means
  private static final double SHUNT_STEP = 2.5e-6; // V
  private static final double BUS_STEP = 1.25e-3; // V

  private final Registers registers;
  private final double ampereStep;

  /**
   * @param bus it is on
   * @param address 0x40 to 0x4f
   * @param shuntOhms its resistance, such as 0.002; at 81.9 mV across it the range ends
   */
  public Ina226(I2cBus bus, int address, double shuntOhms) {
    registers = new Registers(bus, address, "ina226");
    if (!(shuntOhms > 0 && Double.isFinite(shuntOhms))) {
      throw new IllegalArgumentException(
          name() + " needs a shunt of more than 0 ohm, got " + shuntOhms);
    }
    ampereStep = SHUNT_STEP / shuntOhms;
  }

  @Override
  public String name() {
    return registers.name();
  }

  @Override
  public List<Measure> measures() {
    return List.of(new Measure("voltage", Unit.VOLT), new Measure("current", Unit.AMPERE));
  }

  @Override
  public double begin(int step) throws BusException {
    if (step == 0) {
      expect(MANUFACTURER_ID, TEXAS_INSTRUMENTS, "is another chip");
      expect(DIE_ID, INA226, "is another chip");
      registers.writeBigEndian(CONFIGURATION, RESET);
      registers.writeBigEndian(CONFIGURATION, SETTINGS);
      return LONGEST_CONVERSION_SECONDS;
    }
    if ((word(MASK_ENABLE) & CONVERSION_READY) == 0) {
      throw new BusException(name() + " has converted nothing yet");
    }
    return READY;
  }

  @Override
  public void read(double[] out) throws BusException {
    out[0] = word(BUS_VOLTAGE) * BUS_STEP;
    int shunt = (short) word(SHUNT_VOLTAGE);
    out[1] = shunt * ampereStep;
    expect(CONFIGURATION, SETTINGS, "has lost its settings, its supply may have dropped");
    if (shunt == Short.MAX_VALUE || shunt == Short.MIN_VALUE) {
      throw new BusException(name() + " measures more than it can: is the shunt the right one?");
    }
  }

  private int word(int register) throws BusException {
    registers.burst(register, 2);
    return registers.unsignedBigEndian(0);
  }

  private void expect(int register, int value, String otherwise) throws BusException {
    int found = word(register);
    if (found != value) {
      throw new BusException(
          "%s %s: register 0x%02x holds 0x%04x".formatted(name(), otherwise, register, found));
    }
  }
}

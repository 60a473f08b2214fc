package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.Registers;
import java.util.List;

/**
 * INA219, voltage of a supply and the current through a shunt. Source: TI SBOS448G, section 8.5 and
 * equations 1 and 2:
 *
 * <pre>
 * calibration = trunc(0.04096 / (I_step R_shunt)),  I_step = most current / 2^15
 * </pre>
 *
 * <p>Without its calibration, as after a brown-out, it says that no current flows: that is no
 * reading.
 */
public final class Ina219 implements PolledSensor {
  /** Where it is with both address pins low; 16 addresses up to 0x4f. */
  public static final int ADDRESS = 0x40;

  private static final int CONFIGURATION = 0;
  private static final int BUS_VOLTAGE = 2;
  private static final int CURRENT = 4;
  private static final int CALIBRATION = 5;
  private static final int STANDARD = 0x399f; // 32 V, 320 mV, 12 bits, continuous
  private static final int RESET = 0x8000;
  private static final int OVERFLOW = 1;
  private static final double VOLT_STEP = 4e-3; // V
  private static final double SCALE = .04096;
  private static final int LARGEST_CALIBRATION = 0xfffe; // its lowest bit is always 0
  private static final double LONGEST_CONVERSION_SECONDS = 2e-3;

  private final Registers registers;
  private final int calibration;
  private final double ampereStep;

  /**
   * @param bus it is on
   * @param address 0x40 to 0x4f
   * @param shuntOhms its resistance, such as 0.1
   * @param mostAmperes largest current; it decides the resolution
   */
  public Ina219(I2cBus bus, int address, double shuntOhms, double mostAmperes) {
    registers = new Registers(bus, address, "ina219");
    double wanted = SCALE / (mostAmperes / (1 << 15) * shuntOhms);
    if (!(wanted >= 2 && wanted <= LARGEST_CALIBRATION)) {
      throw new IllegalArgumentException(
          "%s cannot be calibrated for %s ohm and %s A".formatted(name(), shuntOhms, mostAmperes));
    }
    calibration = (int) wanted & ~1;
    ampereStep = SCALE / (calibration * shuntOhms); // of the calibration it really has
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
    if (step > 0) {
      return READY;
    }
    registers.writeBigEndian(CONFIGURATION, RESET);
    registers.burst(CONFIGURATION, 2);
    if (registers.unsignedBigEndian(0) != STANDARD) {
      throw new BusException(name() + " is another chip: it has another configuration at reset");
    }
    registers.writeBigEndian(CALIBRATION, calibration);
    return LONGEST_CONVERSION_SECONDS;
  }

  @Override
  public void read(double[] out) throws BusException {
    registers.burst(BUS_VOLTAGE, 2);
    int voltage = registers.unsignedBigEndian(0);
    if ((voltage & OVERFLOW) != 0) {
      throw new BusException(name() + " measures more than it can: is the shunt the right one?");
    }
    out[0] = (voltage >> 3) * VOLT_STEP;
    registers.burst(CURRENT, 2);
    out[1] = registers.bigEndian(0) * ampereStep;
    requireCalibration();
  }

  private void requireCalibration() throws BusException {
    registers.burst(CALIBRATION, 2);
    if (registers.unsignedBigEndian(0) != calibration) {
      throw new BusException(name() + " has lost its calibration: its supply may have dropped");
    }
  }
}

package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.Registers;
import java.util.List;

/**
 * ADS1115, four voltages against ground, one after the other, 16 bits. Source: TI SBAS444, section
 * 8.6.
 *
 * <p>Every reading takes the conversion that the one before had begun, and begins the next: nobody
 * waits for a conversion (1.2 ms), and each input is as old as four readings.
 */
public final class Ads1115 implements PolledSensor {
  /** Where it is with its pin ADDR at ground; up to 0x4b. */
  public static final int ADDRESS = 0x48;

  /** Largest voltage; it decides the resolution. */
  public enum VoltageRange {
    V6_144(0, 6.144),
    V4_096(1, 4.096),
    V2_048(2, 2.048),
    V1_024(3, 1.024),
    V0_512(4, .512),
    V0_256(5, .256);

    final int bits;
    final double volts;

    VoltageRange(int bits, double volts) {
      this.bits = bits;
      this.volts = volts;
    }

    /** Its end [V]. */
    public double most() {
      return volts;
    }
  }

  private static final int CONVERSION = 0;
  private static final int CONFIGURATION = 1;
  private static final int START_OR_IDLE = 0x8000;
  private static final int AGAINST_GROUND = 0x4000; // plus the input
  private static final int SINGLE_SHOT = 0x0100;
  private static final int RATE_860_HZ = 0x00e0;
  private static final int NO_COMPARATOR = 0x0003;
  private static final int STEPS = 1 << 15;
  private static final int INPUTS = 4;
  private static final double CONVERSION_SECONDS = 1.4e-3; // and 10 % for its oscillator

  private final Registers registers;
  private final VoltageRange range;
  private final double[] newest = new double[INPUTS]; // V
  private int input; // that is being converted

  /**
   * @param bus it is on
   * @param address 0x48 to 0x4b
   * @param range of all inputs
   */
  public Ads1115(I2cBus bus, int address, VoltageRange range) {
    registers = new Registers(bus, address, "ads1115");
    this.range = range;
  }

  @Override
  public String name() {
    return registers.name();
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure("a0", Unit.VOLT),
        new Measure("a1", Unit.VOLT),
        new Measure("a2", Unit.VOLT),
        new Measure("a3", Unit.VOLT));
  }

  /** Converts every input once, so that there is something to read. */
  @Override
  public double begin(int step) throws BusException {
    if (step == 0) {
      start(0);
      return CONVERSION_SECONDS;
    }
    take();
    return step < INPUTS ? CONVERSION_SECONDS : READY;
  }

  @Override
  public void read(double[] out) throws BusException {
    take();
    System.arraycopy(newest, 0, out, 0, INPUTS);
  }

  private void take() throws BusException {
    requireConverted();
    registers.burst(CONVERSION, 2);
    double volts = registers.bigEndian(0) * range.volts / STEPS;
    requireConverted(); // else the supply may have dropped in between
    newest[input] = volts;
    start((input + 1) % INPUTS);
  }

  private void requireConverted() throws BusException {
    registers.burst(CONFIGURATION, 2);
    int found = registers.unsignedBigEndian(0);
    if ((found | START_OR_IDLE) != configuration(input)) {
      throw new BusException(name() + " has lost its settings: its supply may have dropped");
    }
    if ((found & START_OR_IDLE) == 0) {
      throw new BusException(name() + " still converts: read it less often than every 1.4 ms");
    }
  }

  private void start(int next) throws BusException {
    input = next;
    registers.writeBigEndian(CONFIGURATION, configuration(next));
  }

  private int configuration(int ofInput) {
    return START_OR_IDLE
        | AGAINST_GROUND
        | (ofInput << 12)
        | (range.bits << 9)
        | SINGLE_SHOT
        | RATE_860_HZ
        | NO_COMPARATOR;
  }
}

package io.olivo.sensors.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.PullResistance;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.SpiBus;

/** What Pi4J finds on this computer. */
public final class Pi4jBoard implements AutoCloseable {
  private final Context context;

  /** Looks for its plugins, which takes seconds on a board. */
  public Pi4jBoard() {
    this(Pi4J.newAutoContext());
  }

  Pi4jBoard(Context context) {
    this.context = context;
  }

  /** An I2C bus, such as 1 for i2c-1. */
  public I2cBus i2c(int number) {
    return Pi4jI2cBus.of(context, number);
  }

  /**
   * A chip on SPI, as in {@link Pi4jSpiBus#of}.
   *
   * @param number such as 0 for spidev0
   * @param chipSelect such as 1 for spidev0.1
   * @param mode 0 to 3: clock polarity (2) and phase (1)
   * @param hertz of its clock
   */
  public SpiBus spi(int number, int chipSelect, int mode, int hertz) {
    return Pi4jSpiBus.of(context, number, chipSelect, mode, hertz);
  }

  /**
   * A line that is read, and high when nobody drives it.
   *
   * @throws BusException when there is no such line, or somebody else has it
   */
  public DigitalLine input(int number) throws BusException {
    return Pi4jDigitalLine.input(context, number, PullResistance.PULL_UP);
  }

  /**
   * A line that is driven, low at first.
   *
   * @throws BusException when there is no such line, or somebody else has it
   */
  public DigitalLine output(int number) throws BusException {
    return Pi4jDigitalLine.output(context, number);
  }

  @Override
  public void close() {
    context.shutdown();
  }
}

package io.olivo.sensors.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.SpiBus;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A chip select of an SPI bus by Pi4J, opened at the first transfer. */
public final class Pi4jSpiBus implements SpiBus {
  private final String name;
  private final Supplier<Spi> open;
  private @Nullable Spi device;

  /**
   * @param name of bus and chip select, for messages
   * @param open opens it
   */
  Pi4jSpiBus(String name, Supplier<Spi> open) {
    this.name = name;
    this.open = open;
  }

  /**
   * A chip select of the board.
   *
   * @param context of Pi4J, with a provider of SPI
   * @param number such as 0 for spidev0
   * @param chipSelect such as 1 for spidev0.1
   * @param mode 0 to 3: clock polarity (2) and phase (1)
   * @param hertz of its clock
   */
  public static Pi4jSpiBus of(Context context, int number, int chipSelect, int mode, int hertz) {
    String name = "spi-%d.%d".formatted(number, chipSelect);
    return new Pi4jSpiBus(
        name,
        () ->
            context.create(
                Spi.newConfigBuilder(context)
                    .id(name)
                    .bus(number)
                    .channel(chipSelect)
                    .mode(mode)
                    .baud(hertz)
                    .build()));
  }

  /** Some providers say how many bytes went through, others 0; all say less when none did. */
  @Override
  public void transfer(byte[] out, byte[] in, int length) throws BusException {
    int count;
    try {
      count = device().transfer(out, 0, in, 0, length);
    } catch (RuntimeException e) { // not all of them are Pi4J's
      throw new BusException(name + ": " + e.getMessage(), e);
    }
    if (count < 0) {
      throw new BusException(name + ": the transfer failed");
    }
  }

  private Spi device() {
    Spi opened = device;
    if (opened == null) {
      opened = open.get();
      device = opened;
    }
    return opened;
  }

  @Override
  public void close() {
    if (device != null) {
      device.close();
      device = null;
    }
  }
}

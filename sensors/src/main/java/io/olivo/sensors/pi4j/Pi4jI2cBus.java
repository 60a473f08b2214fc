package io.olivo.sensors.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** An I2C bus by Pi4J, which opens every address by itself, here at the first transfer with it. */
public final class Pi4jI2cBus implements I2cBus {
  private final IntFunction<I2C> open;
  private final Map<Integer, I2C> devices = new TreeMap<>();

  /**
   * @param open opens an address of the bus
   */
  Pi4jI2cBus(IntFunction<I2C> open) {
    this.open = open;
  }

  /**
   * A bus of the board.
   *
   * @param context of Pi4J, with a provider of I2C
   * @param number such as 1 for i2c-1
   */
  public static Pi4jI2cBus of(Context context, int number) {
    return new Pi4jI2cBus(
        address ->
            context.create(
                I2C.newConfigBuilder(context)
                    .id("i2c-%d-0x%02x".formatted(number, address))
                    .bus(number)
                    .device(address)
                    .build()));
  }

  @Override
  public void write(int address, byte[] bytes, int length) throws BusException {
    try {
      expect(address, length, device(address).write(bytes, 0, length));
    } catch (RuntimeException e) { // not all of them are Pi4J's
      throw failed(address, e);
    }
  }

  @Override
  public void writeRead(int address, byte[] out, int outLength, byte[] in, int inLength)
      throws BusException {
    try {
      I2C device = device(address);
      int count =
          outLength == 1
              ? device.readRegister(out[0] & 0xff, in, 0, inLength)
              : device.readRegister(Arrays.copyOf(out, outLength), in, 0, inLength);
      expect(address, inLength, count);
    } catch (RuntimeException e) { // not all of them are Pi4J's
      throw failed(address, e);
    }
  }

  private I2C device(int address) {
    return devices.computeIfAbsent(address, open::apply);
  }

  private static void expect(int address, int wanted, int count) throws BusException {
    if (count != wanted) {
      throw new BusException(
          "0x%02x: %d bytes of %d went through".formatted(address, count, wanted));
    }
  }

  private static BusException failed(int address, RuntimeException e) {
    return new BusException("0x%02x: %s".formatted(address, e.getMessage()), e);
  }

  @Override
  public void close() {
    devices.values().forEach(I2C::close);
    devices.clear();
  }
}

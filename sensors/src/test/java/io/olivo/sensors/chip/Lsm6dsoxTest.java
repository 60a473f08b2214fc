package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.chip.Lsm6dsox.AccelerationRange;
import io.olivo.sensors.chip.Lsm6dsox.RateRange;
import io.olivo.sensors.chip.emulated.EmulatedAs5600;
import io.olivo.sensors.chip.emulated.EmulatedLsm6dsox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Lsm6dsoxTest {
  private static final double G = 9.80665;
  private static final double DEGREE = Math.PI / 180;

  private final World world = new World();
  private final EmulatedLsm6dsox chip = new EmulatedLsm6dsox(world);
  private final EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(Lsm6dsox.ADDRESS, chip);

  private Lsm6dsox driver(AccelerationRange acceleration, RateRange rate) {
    return new Lsm6dsox(bus, Lsm6dsox.ADDRESS, acceleration, rate);
  }

  private final Lsm6dsox sensor = driver(AccelerationRange.G4, RateRange.DPS500);

  @ParameterizedTest
  @EnumSource(AccelerationRange.class)
  void accelerationIsInMetresPerSecondSquaredAtBothEndsOfEveryRange(AccelerationRange range)
      throws BusException {
    double most = 32767 * range.step * G;
    double[] all = {most, -most, G};
    System.arraycopy(all, 0, world.acceleration, 0, 3);
    Lsm6dsox at = driver(range, RateRange.DPS250);
    Drivers.begin(at);
    double[] read = Arrays.copyOfRange(Drivers.read(at), 0, 3);
    assertArrayEquals(all, read, .51 * range.step * G);
  }

  @ParameterizedTest
  @EnumSource(RateRange.class)
  void rateIsInRadiansPerSecondAtBothEndsOfEveryRange(RateRange range) throws BusException {
    double most = 32767 * range.step * DEGREE;
    double[] all = {most, -most, 1};
    System.arraycopy(all, 0, world.rate, 0, 3);
    Lsm6dsox at = driver(AccelerationRange.G2, range);
    Drivers.begin(at);
    double[] read = Arrays.copyOfRange(Drivers.read(at), 3, 6);
    assertArrayEquals(all, read, .51 * range.step * DEGREE);
  }

  /** The ranges are those of the datasheet: 32768 steps are what their names say. */
  @Test
  void rangesAreWhatTheirNamesSay() {
    assertEquals(2, AccelerationRange.G2.step * 32768, .01);
    assertEquals(16, AccelerationRange.G16.step * 32768, .02);
    assertEquals(2000, RateRange.DPS2000.step * 32768, 300); // 2294: it has a margin
    assertEquals(125, RateRange.DPS125.step * 32768, 20);
  }

  @Test
  void temperatureIsInKelvin() throws BusException {
    world.temperature = 310;
    Drivers.begin(sensor);
    assertEquals(310, Drivers.read(sensor)[6], 1.0 / 256);
  }

  @Test
  void aChipThatWasTurnedOffByABrownOutIsNoReading() throws BusException {
    world.acceleration[2] = G;
    Drivers.begin(sensor);
    chip.powerUp();
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains("lost its settings"), e.getMessage());
    Drivers.begin(sensor);
    assertEquals(G, Drivers.read(sensor)[2], 2e-3);
  }

  /** Each of its settings alone: ranges, rates, and that both bytes of a word belong together. */
  @ParameterizedTest
  @ValueSource(bytes = {0x10, 0x11, 0x12})
  void aSettingThatIsNotItsOwnIsNoReading(byte register) throws BusException {
    Drivers.begin(sensor);
    bus.write(Lsm6dsox.ADDRESS, new byte[] {register, 0x04}, 2);
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains("lost its settings"), e.getMessage());
  }

  @Test
  void whileItsGyroscopeIsOffItIsNotReady() {
    I2cBus deaf =
        new I2cBus() {
          @Override
          public void write(int address, byte[] bytes, int length) throws BusException {
            bus.write(address, bytes, length);
          }

          @Override
          public void writeRead(int address, byte[] out, int outLength, byte[] in, int inLength)
              throws BusException {
            bus.writeRead(address, out, outLength, in, inLength);
            if (out[0] == 0x1e) {
              in[0] &= ~2; // GDA
            }
          }
        };
    Lsm6dsox waiting = new Lsm6dsox(deaf, Lsm6dsox.ADDRESS, AccelerationRange.G2, RateRange.DPS250);
    BusException e = assertThrows(BusException.class, () -> Drivers.begin(waiting));
    assertTrue(e.getMessage().contains("measured nothing"), e.getMessage());
  }

  @Test
  void anotherChipAtItsAddressIsRefused() {
    bus.with(Lsm6dsox.ADDRESS, new EmulatedAs5600(world));
    BusException e = assertThrows(BusException.class, () -> Drivers.begin(sensor));
    assertTrue(e.getMessage().contains("another chip"), e.getMessage());
  }
}

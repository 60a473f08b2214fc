package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.chip.Ads1115.VoltageRange;
import io.olivo.sensors.chip.emulated.EmulatedAds1115;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Ads1115Test {
  private final World world = new World();

  private Ads1115 driver(VoltageRange range, int busyReads) {
    EmulatedAds1115 chip = new EmulatedAds1115(world, busyReads);
    EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(Ads1115.ADDRESS, chip);
    return new Ads1115(bus, Ads1115.ADDRESS, range);
  }

  @ParameterizedTest
  @EnumSource(VoltageRange.class)
  void everyInputIsInVoltsAtBothEndsOfEveryRange(VoltageRange range) throws BusException {
    double step = range.volts / 32768;
    double[] all = {range.volts - step, -range.volts, 0, .3 * range.volts};
    System.arraycopy(all, 0, world.voltage, 0, 4);
    Ads1115 sensor = driver(range, 0);
    Drivers.begin(sensor);
    double[] read = Drivers.read(sensor);
    for (int i = 0; i < 4; i++) {
      assertEquals(all[i], read[i], .51 * step, "input " + i);
    }
  }

  @Test
  void everyReadingBringsOneInputUpToDate() throws BusException {
    Ads1115 sensor = driver(VoltageRange.V4_096, 0);
    Drivers.begin(sensor);
    world.voltage[1] = 2;
    Drivers.read(sensor); // input 0; input 1 is begun
    assertEquals(2, Drivers.read(sensor)[1], 1e-3);
  }

  @Test
  void aConversionThatIsNotDoneIsNoReading() {
    Ads1115 sensor = driver(VoltageRange.V4_096, 1);
    BusException e = assertThrows(BusException.class, () -> Drivers.begin(sensor));
    assertTrue(e.getMessage().contains("still converts"), e.getMessage());
  }
}

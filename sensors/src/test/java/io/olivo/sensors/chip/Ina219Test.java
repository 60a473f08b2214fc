package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.chip.emulated.EmulatedIna219;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ina219Test {
  private static final double SHUNT = .1; // ohm

  private final World world = new World();
  private final EmulatedIna219 chip = new EmulatedIna219(world, SHUNT);
  private final EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(Ina219.ADDRESS, chip);
  private final Ina219 sensor = new Ina219(bus, Ina219.ADDRESS, SHUNT, 3.2);

  @ParameterizedTest
  @ValueSource(doubles = {-3.19, -1, -.001, 0, .001, 1.2345, 3.19})
  void currentIsInAmperesBothWays(double current) throws BusException {
    world.current = current;
    Drivers.begin(sensor);
    assertEquals(current, Drivers.read(sensor)[1], 2e-4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3.3, 7.4, 26})
  void voltageIsInVoltsWithinAStep(double voltage) throws BusException {
    world.voltage[0] = voltage;
    Drivers.begin(sensor);
    assertEquals(voltage, Drivers.read(sensor)[0], .0021);
  }

  @Test
  void afterABrownOutZeroAmperesAreNoReading() throws BusException {
    world.current = 1;
    Drivers.begin(sensor);
    chip.powerUp();
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains("calibration"), e.getMessage());
  }

  @Test
  void moreThanItCanMeasureIsNoReading() throws BusException {
    Ina219 fine = new Ina219(bus, Ina219.ADDRESS, SHUNT, .4);
    world.current = 3;
    Drivers.begin(fine);
    assertThrows(BusException.class, () -> Drivers.read(fine));
  }

  @Test
  void aShuntThatCannotBeCalibratedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Ina219(bus, Ina219.ADDRESS, 1e-6, .001));
  }
}

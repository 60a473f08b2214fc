package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.chip.emulated.EmulatedIna219;
import io.olivo.sensors.chip.emulated.EmulatedIna226;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ina226Test {
  private static final double SHUNT = .002; // ohm

  private final World world = new World();
  private final EmulatedIna226 chip = new EmulatedIna226(world, SHUNT, 0);
  private final EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(Ina226.ADDRESS, chip);
  private final Ina226 sensor = new Ina226(bus, Ina226.ADDRESS, SHUNT);

  private void assertSays(String part) {
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-40.9, -1, -.00125, 0, .00125, 12.345, 40.9})
  void currentIsInAmperesBothWaysWithinHalfAStep(double current) throws BusException {
    world.current = current;
    Drivers.begin(sensor);
    assertEquals(current, Drivers.read(sensor)[1], .501 * 2.5e-6 / SHUNT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3.3, 7.4, 36})
  void voltageIsInVoltsWithinHalfAStep(double voltage) throws BusException {
    world.voltage[0] = voltage;
    Drivers.begin(sensor);
    assertEquals(voltage, Drivers.read(sensor)[0], .501 * 1.25e-3);
  }

  @Test
  void afterABrownOutZeroVoltsAreNoReading() throws BusException {
    world.voltage[0] = 12;
    Drivers.begin(sensor);
    chip.powerUp();
    assertSays("lost its settings");
    Drivers.begin(sensor);
    assertEquals(12, Drivers.read(sensor)[0], .001);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-41, 41, 500})
  void moreThanItCanMeasureIsNoReading(double current) throws BusException {
    world.current = current;
    Drivers.begin(sensor);
    assertSays("more than it can");
  }

  @Test
  void beforeItsFirstConversionItIsNotReady() {
    bus.with(Ina226.ADDRESS, new EmulatedIna226(world, SHUNT, 1));
    BusException e = assertThrows(BusException.class, () -> Drivers.begin(sensor));
    assertTrue(e.getMessage().contains("converted nothing"), e.getMessage());
  }

  @Test
  void anotherChipAtItsAddressIsRefused() {
    bus.with(Ina226.ADDRESS, new EmulatedIna219(world, SHUNT));
    BusException e = assertThrows(BusException.class, () -> Drivers.begin(sensor));
    assertTrue(e.getMessage().contains("another chip"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aShuntThatIsNoneIsRefused(double ohms) {
    assertThrows(IllegalArgumentException.class, () -> new Ina226(bus, Ina226.ADDRESS, ohms));
  }
}

package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.chip.emulated.EmulatedAs5600;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class As5600Test {
  private static final double STEP = 2 * Math.PI / 4096;

  private final World world = new World();
  private final EmulatedAs5600 chip = new EmulatedAs5600(world);
  private final EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(As5600.ADDRESS, chip);

  @ParameterizedTest
  @ValueSource(doubles = {-3.1415, -2, -.001, 0, .001, 1, 3.14})
  void angleIsInRadiansWithinHalfAStep(double angle) throws BusException {
    world.angle = angle;
    As5600 sensor = new As5600(bus, 0, false);
    Drivers.begin(sensor);
    assertEquals(angle, Drivers.read(sensor)[0], .501 * STEP);
  }

  @Test
  void zeroAndDirectionAreThoseOfTheJoint() throws BusException {
    world.angle = 1000 * STEP;
    assertEquals(200 * STEP, Drivers.read(new As5600(bus, 800, false))[0], 1e-12);
    assertEquals(-200 * STEP, Drivers.read(new As5600(bus, 800, true))[0], 1e-12);
  }

  @Test
  void theWrapLiesOppositeOfTheZero() throws BusException {
    As5600 sensor = new As5600(bus, 3000, false);
    world.angle = (3000 + 2047) * STEP;
    assertEquals(2047 * STEP, Drivers.read(sensor)[0], 1e-12);
    world.angle = (3000 + 2048) * STEP;
    assertEquals(-2048 * STEP, Drivers.read(sensor)[0], 1e-12);
  }

  @Test
  void withoutAMagnetThereIsNoReadingAndTheMessageSaysWhy() {
    chip.magnet(false);
    As5600 sensor = new As5600(bus, 0, false);
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains("as5600 at 0x36 sees no magnet"), e.getMessage());
  }

  @Test
  void nobodyOnTheBusIsNamed() {
    bus.remove(As5600.ADDRESS);
    BusException e =
        assertThrows(BusException.class, () -> Drivers.begin(new As5600(bus, 0, false)));
    assertTrue(e.getMessage().contains("0x36"), e.getMessage());
  }
}

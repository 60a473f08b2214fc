package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.chip.Bno055.Mode;
import io.olivo.sensors.chip.emulated.EmulatedBno055;
import io.olivo.sensors.chip.emulated.EmulatedMpu6050;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Bno055Test {
  private final World world = new World();
  private final EmulatedBno055 chip = new EmulatedBno055(world, 1);
  private final EmulatedI2cBus bus = new EmulatedI2cBus(100e3, 1).with(Bno055.ADDRESS, chip);
  private final Bno055 sensor = new Bno055(bus, Bno055.ADDRESS, Mode.IMU);

  private void assertSays(String part) {
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void everythingIsInItsUnitAtBothEnds(Mode mode) throws BusException {
    double[] accelerations = {39.2, -39.2, 9.81};
    double[] rates = {34.9, -34.9, .5};
    System.arraycopy(accelerations, 0, world.acceleration, 0, 3);
    System.arraycopy(rates, 0, world.rate, 0, 3);
    Bno055 at = new Bno055(bus, Bno055.ADDRESS, mode);
    Drivers.begin(at);
    double[] read = Drivers.read(at);
    assertArrayEquals(accelerations, Arrays.copyOfRange(read, 0, 3), .0051);
    assertArrayEquals(rates, Arrays.copyOfRange(read, 3, 6), .51 / 900);
  }

  @Test
  void everyOrientationIsAUnitQuaternionWithinHalfAStep() throws BusException {
    SplittableRandom chance = new SplittableRandom(5);
    Drivers.begin(sensor);
    for (int i = 0; i < 1000; i++) {
      world.turn(chance);
      double[] read = Arrays.copyOfRange(Drivers.read(sensor), 6, 10);
      assertArrayEquals(world.orientation, read, .51 / 16384);
    }
  }

  @Test
  void beforeItComputesOrientationsThereIsNoReading() {
    assertSays("orientation that is none");
  }

  @Test
  void anOrientationThatIsNoneIsNoReading() throws BusException {
    Drivers.begin(sensor);
    world.orientation[1] = .2;
    assertSays("orientation that is none");
  }

  @Test
  void aChipThatWasResetIsNoReading() throws BusException {
    Drivers.begin(sensor);
    bus.write(Bno055.ADDRESS, new byte[] {0x3d, 0}, 2); // out of its mode: the data stay
    assertSays("does not compute orientations: status 0");
    chip.powerUp();
    assertThrows(BusException.class, () -> Drivers.read(sensor));
    Drivers.begin(sensor);
    assertEquals(1, Drivers.read(sensor)[6]);
  }

  @Test
  void whereEveryByteMayFlipNothingIsBelieved() throws BusException {
    Drivers.begin(sensor);
    chip.flip(.5);
    assertSays("never says the same twice");
    chip.flip(0);
    assertEquals(1, Drivers.read(sensor)[6]);
  }

  @Test
  void theOtherPageIsLeft() throws BusException {
    bus.write(Bno055.ADDRESS, new byte[] {7, 1}, 2);
    Drivers.begin(sensor);
    assertEquals(1, Drivers.read(sensor)[6]);
  }

  @Test
  void anotherChipAtItsAddressIsRefused() {
    bus.with(Bno055.ADDRESS, new EmulatedMpu6050(world));
    BusException e = assertThrows(BusException.class, () -> Drivers.begin(sensor));
    assertTrue(e.getMessage().contains("another chip"), e.getMessage());
  }
}

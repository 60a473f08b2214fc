package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.chip.InvenSense.AccelerationRange;
import io.olivo.sensors.chip.InvenSense.RateRange;
import io.olivo.sensors.chip.emulated.EmulatedIcm20948;
import io.olivo.sensors.chip.emulated.EmulatedMpu6050;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Icm20948Test {
  private static final double G = 9.80665;
  private static final double DEGREE = Math.PI / 180;
  private static final double FIELD_STEP = .15e-6; // T

  private final World world = new World();
  private final EmulatedIcm20948 chip = new EmulatedIcm20948(world);
  private final EmulatedI2cBus bus =
      new EmulatedI2cBus(400e3, 1)
          .with(Icm20948.ADDRESS, chip)
          .with(Ak09916.ADDRESS, chip.magnetometer());
  private final Icm20948 sensor = driver(AccelerationRange.G4, RateRange.DPS500);

  private Icm20948 driver(AccelerationRange acceleration, RateRange rate) {
    return new Icm20948(bus, Icm20948.ADDRESS, acceleration, rate);
  }

  private static double[] three(double[] read, int from) {
    return Arrays.copyOfRange(read, from, from + 3);
  }

  @ParameterizedTest
  @EnumSource(AccelerationRange.class)
  void accelerationIsInMetresPerSecondSquaredAtBothEndsOfEveryRange(AccelerationRange range)
      throws BusException {
    double most = 32767 / range.stepsPerG * G;
    double[] all = {most, -most, G};
    System.arraycopy(all, 0, world.acceleration, 0, 3);
    Icm20948 at = driver(range, RateRange.DPS250);
    Drivers.begin(at);
    assertArrayEquals(all, three(Drivers.read(at), 0), .51 / range.stepsPerG * G);
  }

  @ParameterizedTest
  @EnumSource(RateRange.class)
  void rateIsInRadiansPerSecondAtBothEndsOfEveryRange(RateRange range) throws BusException {
    double most = 32767 / range.stepsPerDegree * DEGREE;
    double[] all = {most, -most, 1};
    System.arraycopy(all, 0, world.rate, 0, 3);
    Icm20948 at = driver(AccelerationRange.G2, range);
    Drivers.begin(at);
    assertArrayEquals(all, three(Drivers.read(at), 3), .51 / range.stepsPerDegree * DEGREE);
  }

  @Test
  void temperatureIsInKelvin() throws BusException {
    world.temperature = 310;
    Drivers.begin(sensor);
    assertEquals(310, Drivers.read(sensor)[6], .51 / 333.87);
  }

  @Test
  void fieldIsInTeslaAlongTheAxesOfTheAccelerometer() throws BusException {
    double[] all = {4.8e-3, -.05e-3, 48e-6};
    System.arraycopy(all, 0, world.field, 0, 3);
    Drivers.begin(sensor);
    assertArrayEquals(all, three(Drivers.read(sensor), 7), .51 * FIELD_STEP);
    world.field[0] = -4.8e-3;
    assertEquals(-4.8e-3, Drivers.read(sensor)[7], .51 * FIELD_STEP, "it goes on changing");
  }

  @Test
  void aFieldTooLargeIsNoNumberButTheMotionIs() throws BusException {
    world.field[1] = 5e-3;
    world.rate[0] = 1;
    Drivers.begin(sensor);
    double[] read = Drivers.read(sensor);
    assertTrue(Double.isNaN(read[7]) && Double.isNaN(read[8]) && Double.isNaN(read[9]));
    assertEquals(1, read[3], .001);
  }

  @Test
  void aChipThatFellAsleepIsNoReading() throws BusException {
    world.acceleration[2] = G;
    Drivers.begin(sensor);
    chip.powerUp();
    assertThrows(BusException.class, () -> Drivers.read(sensor));
    Drivers.begin(sensor);
    assertEquals(G, Drivers.read(sensor)[2], 2e-3);
  }

  /** As when another program did it: the magnetometer is still there. */
  @Test
  void aChipThatWasPutToSleepIsNoReading() throws BusException {
    Drivers.begin(sensor);
    bus.write(Icm20948.ADDRESS, new byte[] {0x06, 0x41}, 2);
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains("asleep"), e.getMessage());
  }

  @Test
  void theMagnetometerIsReachedOnlyPastTheChip() throws BusException {
    byte[] in = new byte[1];
    byte[] wia2 = {1};
    assertThrows(BusException.class, () -> bus.writeRead(Ak09916.ADDRESS, wia2, 1, in, 1));
    Drivers.begin(sensor);
    bus.writeRead(Ak09916.ADDRESS, wia2, 1, in, 1);
    assertEquals(9, in[0]);
  }

  @Test
  void withoutItsMagnetometerItIsNotReady() {
    bus.remove(Ak09916.ADDRESS);
    BusException e = assertThrows(BusException.class, () -> Drivers.begin(sensor));
    assertTrue(e.getMessage().contains("0x0c"), e.getMessage());
  }

  /** Left with another bank selected, as when the program ended in the middle of its settings. */
  @Test
  void itBeginsWhateverBankIsSelected() throws BusException {
    bus.write(Icm20948.ADDRESS, new byte[] {0x7f, 0x20}, 2);
    Drivers.begin(sensor);
    assertFalse(Double.isNaN(Drivers.read(sensor)[0]));
  }

  @Test
  void anotherChipAtItsAddressIsRefused() {
    bus.with(Icm20948.ADDRESS, new EmulatedMpu6050(world));
    BusException e = assertThrows(BusException.class, () -> Drivers.begin(sensor));
    assertTrue(e.getMessage().contains("another chip"), e.getMessage());
  }
}

package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.chip.InvenSense.AccelerationRange;
import io.olivo.sensors.chip.InvenSense.RateRange;
import io.olivo.sensors.chip.emulated.EmulatedAs5600;
import io.olivo.sensors.chip.emulated.EmulatedMpu6050;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Mpu6050Test {
  private static final double G = 9.80665;
  private static final double DEGREE = Math.PI / 180;

  private final World world = new World();
  private final EmulatedMpu6050 chip = new EmulatedMpu6050(world);
  private final EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(Mpu6050.ADDRESS, chip);

  private Mpu6050 driver(AccelerationRange acceleration, RateRange rate) {
    return new Mpu6050(bus, Mpu6050.ADDRESS, acceleration, rate);
  }

  @ParameterizedTest
  @EnumSource(AccelerationRange.class)
  void accelerationIsInMetresPerSecondSquaredAtBothEndsOfEveryRange(AccelerationRange range)
      throws BusException {
    double most = 32767 / range.stepsPerG * G;
    world.acceleration[0] = most;
    world.acceleration[1] = -most;
    world.acceleration[2] = G;
    Mpu6050 sensor = driver(range, RateRange.DPS250);
    Drivers.begin(sensor);
    double[] read = Drivers.read(sensor);
    assertArrayEquals(
        new double[] {most, -most, G},
        new double[] {read[0], read[1], read[2]},
        .51 / range.stepsPerG * G);
  }

  @ParameterizedTest
  @EnumSource(RateRange.class)
  void rateIsInRadiansPerSecondAtBothEndsOfEveryRange(RateRange range) throws BusException {
    double most = 32767 / range.stepsPerDegree * DEGREE;
    world.rate[0] = most;
    world.rate[1] = -most;
    world.rate[2] = 1;
    Mpu6050 sensor = driver(AccelerationRange.G2, range);
    Drivers.begin(sensor);
    double[] read = Drivers.read(sensor);
    double half = .51 / range.stepsPerDegree * DEGREE;
    assertArrayEquals(
        new double[] {most, -most, 1}, new double[] {read[3], read[4], read[5]}, half);
  }

  @Test
  void temperatureIsInKelvin() throws BusException {
    world.temperature = 310;
    Mpu6050 sensor = driver(AccelerationRange.G2, RateRange.DPS250);
    Drivers.begin(sensor);
    assertEquals(310, Drivers.read(sensor)[6], 1.0 / 340);
  }

  @Test
  void aChipThatFellAsleepIsNoReading() throws BusException {
    world.acceleration[2] = G;
    Mpu6050 sensor = driver(AccelerationRange.G2, RateRange.DPS250);
    Drivers.begin(sensor);
    chip.powerUp();
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains("asleep"), e.getMessage());
    Drivers.begin(sensor);
    assertEquals(G, Drivers.read(sensor)[2], 1e-3);
  }

  @Test
  void anotherChipAtItsAddressIsRefused() {
    bus.with(Mpu6050.ADDRESS, new EmulatedAs5600(world));
    BusException e =
        assertThrows(
            BusException.class,
            () -> Drivers.begin(driver(AccelerationRange.G2, RateRange.DPS250)));
    assertTrue(e.getMessage().contains("another chip"), e.getMessage());
  }
}

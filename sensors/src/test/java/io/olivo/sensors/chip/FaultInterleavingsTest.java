package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.Poll;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.emulated.EmulatedCounter;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.bus.emulated.EmulatedLine;
import io.olivo.sensors.bus.emulated.EmulatedSpiBus;
import io.olivo.sensors.bus.emulated.Mishaps;
import io.olivo.sensors.chip.Ads1115.VoltageRange;
import io.olivo.sensors.chip.InvenSense.AccelerationRange;
import io.olivo.sensors.chip.InvenSense.RateRange;
import io.olivo.sensors.chip.emulated.EmulatedAds1115;
import io.olivo.sensors.chip.emulated.EmulatedAs5047;
import io.olivo.sensors.chip.emulated.EmulatedAs5600;
import io.olivo.sensors.chip.emulated.EmulatedBno055;
import io.olivo.sensors.chip.emulated.EmulatedBno055Line;
import io.olivo.sensors.chip.emulated.EmulatedEncoder;
import io.olivo.sensors.chip.emulated.EmulatedHcSr04;
import io.olivo.sensors.chip.emulated.EmulatedIcm20948;
import io.olivo.sensors.chip.emulated.EmulatedIna219;
import io.olivo.sensors.chip.emulated.EmulatedIna226;
import io.olivo.sensors.chip.emulated.EmulatedLsm6dsox;
import io.olivo.sensors.chip.emulated.EmulatedMpu6050;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A million times each: nobody answers, transfers break off, the supply drops, in any order. */
class FaultInterleavingsTest {
  private final World world = new World();
  private final EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 7);
  private final Interleavings interleavings = new Interleavings();

  private Poll everyReadingIsTrue(
      PolledSensor sensor, Function<SplittableRandom, double[]> change) {
    bus.goWrong(Interleavings.UNFLIPPED);
    return interleavings.everyReadingIsTrue(sensor, change);
  }

  @Test
  void everyAngleThatComesThroughIsTrue() {
    bus.with(As5600.ADDRESS, new EmulatedAs5600(world));
    everyReadingIsTrue(
        new As5600(bus, 0, false), chance -> new double[] {world.angle = chance.nextDouble(-3, 3)});
  }

  /** Its parity sees flipped bits, too. */
  @Test
  void everyAngleOverSpiThatComesThroughIsTrue() {
    EmulatedSpiBus spi = new EmulatedSpiBus(new EmulatedAs5047(world), 7);
    spi.goWrong(new Mishaps(.003, .03, .01, .003));
    interleavings.everyReadingIsTrue(
        new As5047(spi, "as5047", 0, false),
        chance -> new double[] {world.angle = chance.nextDouble(-3, 3)});
  }

  @Test
  void everyAngleOfACounterThatComesThroughIsTrue() {
    EmulatedEncoder encoder = new EmulatedEncoder(world, 16384);
    EmulatedCounter counter = new EmulatedCounter(encoder::edges, 65535, 7);
    counter.goWrong(new Mishaps(.2, 0, 0, 0));
    Poll poll =
        interleavings.everyReadingIsTrue(
            new CounterEncoder("encoder", counter, 16384, false),
            chance -> new double[] {world.angle += chance.nextDouble(-.2, .21)});
    assertTrue(poll.failures() > 10_000, poll.failures() + " failures only");
    assertTrue(world.angle > 1000, "many rounds of the counter");
  }

  /** An edge at every fourth poll at most: outages let it miss some, which it says. */
  @Test
  void everyAngleOfTwoLinesThatComesThroughIsTrueButForWhatItSaysItMissed() {
    EmulatedEncoder encoder = new EmulatedEncoder(world, 20);
    EmulatedLine a = EmulatedLine.input(encoder::a, 7);
    EmulatedLine b = EmulatedLine.input(encoder::b, 8);
    a.goWrong(new Mishaps(.25, 0, 0, 0));
    b.goWrong(new Mishaps(.25, 0, 0, 0));
    double edge = StrictMath.PI / 10;
    int[] polls = {0};
    double[] mostMissed = {0};
    interleavings.everyReading(
        new LineEncoder("encoder", a, b, 20),
        chance -> {
          if (polls[0]++ > 100 && polls[0] % 4 == 0) {
            world.angle += edge * chance.nextInt(-1, 2);
          }
          return new double[] {world.angle};
        },
        (truth, frame) -> {
          mostMissed[0] = frame.value(1);
          double most = (2 * frame.value(1) + .01) * edge;
          assertEquals(truth[0], frame.value(0), most);
        });
    assertTrue(mostMissed[0] > 10 && mostMissed[0] < 5000, mostMissed[0] + " missed");
  }

  @Test
  void everyMotionThatComesThroughIsTrue() {
    bus.with(Mpu6050.ADDRESS, new EmulatedMpu6050(world));
    Poll poll =
        everyReadingIsTrue(
            new Mpu6050(bus, Mpu6050.ADDRESS, AccelerationRange.G8, RateRange.DPS250),
            chance -> motion(chance, 7));
    assertTrue(poll.begun() > 1000, "begun anew only " + poll.begun() + " times");
  }

  /** Accelerations, rates and temperature, then a field if there is room for it. */
  private double[] motion(SplittableRandom chance, int measures) {
    double[] truth = new double[measures];
    for (int axis = 0; axis < 3; axis++) {
      truth[axis] = world.acceleration[axis] = chance.nextDouble(-70, 70);
      truth[3 + axis] = world.rate[axis] = chance.nextDouble(-4, 4);
      if (measures > 7) {
        truth[7 + axis] = world.field[axis] = chance.nextDouble(-60e-6, 60e-6);
      }
    }
    truth[6] = world.temperature;
    return truth;
  }

  @Test
  void everyMotionOfALittleEndianChipThatComesThroughIsTrue() {
    bus.with(Lsm6dsox.ADDRESS, new EmulatedLsm6dsox(world));
    everyReadingIsTrue(
        new Lsm6dsox(
            bus, Lsm6dsox.ADDRESS, Lsm6dsox.AccelerationRange.G8, Lsm6dsox.RateRange.DPS250),
        chance -> motion(chance, 7));
  }

  @Test
  void everyMotionAndFieldOfAChipWithBanksThatComeThroughAreTrue() {
    EmulatedIcm20948 chip = new EmulatedIcm20948(world);
    bus.with(Icm20948.ADDRESS, chip).with(Ak09916.ADDRESS, chip.magnetometer());
    everyReadingIsTrue(
        new Icm20948(bus, Icm20948.ADDRESS, AccelerationRange.G8, RateRange.DPS250),
        chance -> motion(chance, 10));
  }

  /** The highest bits of some bytes flip, too: of one burst in a hundred. */
  @Test
  void everyOrientationThatComesThroughIsTrueThoughBitsFlip() {
    EmulatedBno055 chip = new EmulatedBno055(world, 7);
    chip.flip(3e-4);
    bus.with(Bno055.ADDRESS, chip);
    everyReadingIsTrue(new Bno055(bus, Bno055.ADDRESS, Bno055.Mode.NDOF), this::orientation);
  }

  private double[] orientation(SplittableRandom chance) {
    double[] truth = Arrays.copyOf(motion(chance, 7), 10);
    world.turn(chance);
    System.arraycopy(world.orientation, 0, truth, 6, 4);
    return truth;
  }

  @Test
  void everyOrientationOverASerialLineThatComesThroughIsTrue() {
    bus.with(Bno055.ADDRESS, new EmulatedBno055(world, 7));
    EmulatedBno055Line line = new EmulatedBno055Line(bus, Bno055.ADDRESS, 8);
    line.goWrong(new Mishaps(.03, .03, 0, 0));
    everyReadingIsTrue(
        new Bno055(new Bno055Serial(line), Bno055.ADDRESS, Bno055.Mode.IMU), this::orientation);
    assertTrue(line.silent() > 1000, line.silent() + " commands were not answered");
  }

  @Test
  void everyCurrentThatComesThroughIsTrue() {
    bus.with(Ina219.ADDRESS, new EmulatedIna219(world, .1));
    everyReadingIsTrue(
        new Ina219(bus, Ina219.ADDRESS, .1, 3.2),
        chance ->
            new double[] {
              world.voltage[0] = chance.nextDouble(0, 20), world.current = chance.nextDouble(-3, 3)
            });
  }

  @Test
  void everyCurrentWithoutACalibrationThatComesThroughIsTrue() {
    bus.with(Ina226.ADDRESS, new EmulatedIna226(world, .002, 0));
    everyReadingIsTrue(
        new Ina226(bus, Ina226.ADDRESS, .002),
        chance ->
            new double[] {
              world.voltage[0] = chance.nextDouble(0, 36),
              world.current = chance.nextDouble(-40, 40)
            });
  }

  /** The thread is kept from looking, too: some tens of looks to a reading. */
  @Test
  void everyDistanceThatComesThroughIsTrue() {
    EmulatedHcSr04 module = new EmulatedHcSr04(world, 50_000, 7);
    module.goWrong(new Mishaps(.003, 0, 0, 0));
    module.keep(.003);
    everyReadingIsTrue(
        new HcSr04("hc-sr04", module.triggerLine(), module.echoLine(), module::nanos, 298.15, .02),
        chance -> {
          module.pass(60_000_000);
          return new double[] {world.distance = chance.nextDouble(.02, .2)};
        });
  }

  /** Its inputs stand: what comes through is some readings old. */
  @Test
  void everyVoltageThatComesThroughIsTrue() {
    bus.with(Ads1115.ADDRESS, new EmulatedAds1115(world, 0));
    double[] volts = {.5, 1, 1.5, 2};
    System.arraycopy(volts, 0, world.voltage, 0, 4);
    everyReadingIsTrue(
        new Ads1115(bus, Ads1115.ADDRESS, VoltageRange.V4_096), chance -> volts.clone());
  }
}

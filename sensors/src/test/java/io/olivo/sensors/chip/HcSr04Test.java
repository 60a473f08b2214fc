package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedLine;
import io.olivo.sensors.bus.emulated.Mishaps;
import io.olivo.sensors.chip.emulated.EmulatedHcSr04;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HcSr04Test {
  private static final long PAUSE = 60_000_000; // ns
  private static final double ROOM = 293.15; // K

  private final World world = new World();
  private final EmulatedHcSr04 module = new EmulatedHcSr04(world, 5_000, 1);
  private final HcSr04 sensor = driver(ROOM, .01);

  private HcSr04 driver(double temperature, double error) {
    return new HcSr04(
        "hc-sr04", module.triggerLine(), module.echoLine(), module::nanos, temperature, error);
  }

  private double readAt(double distance) throws BusException {
    world.temperature = ROOM;
    world.distance = distance;
    module.pass(PAUSE);
    return Drivers.read(sensor)[0];
  }

  private void assertSays(String part) {
    BusException e = assertThrows(BusException.class, () -> readAt(1));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {.02, .1, .5, 1, 2.345, 4})
  void distanceIsInMetresWithinHalfACentimetre(double distance) throws BusException {
    Drivers.begin(sensor);
    assertEquals(distance, readAt(distance), .005);
  }

  /** 343 m/s at room temperature: 5.8 ms to 1 m and back. */
  @Test
  void soundIsAsFastAsTheAirIsWarm() throws BusException {
    world.temperature = 253.15;
    world.distance = 2;
    double cold = Drivers.read(driver(253.15, .01))[0];
    assertEquals(2, cold, .005);
    module.pass(PAUSE);
    assertEquals(2 * Math.sqrt(ROOM / 253.15), Drivers.read(driver(ROOM, .01))[0], .005);
  }

  @Test
  void nothingNearIsInfinitelyFar() throws BusException {
    Drivers.begin(sensor);
    assertEquals(Double.POSITIVE_INFINITY, readAt(4.5));
    assertEquals(1, readAt(1), .005);
  }

  @Test
  void itRestsFromOneToTheNextAndSaysWhatWentWrongBefore() throws BusException {
    Drivers.begin(sensor);
    readAt(.1);
    BusException soon = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertEquals("hc-sr04 rests for 60 ms", soon.getMessage());
    module.keep(1);
    assertSays("looks came too late");
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains("before that: hc-sr04: looks"), e.getMessage());
  }

  @Test
  void aThreadThatIsKeptFromLookingNeverSaysMoreThanItsError() throws BusException {
    Drivers.begin(sensor);
    module.keep(3e-4);
    int refused = 0;
    for (int i = 0; i < 2000; i++) {
      try {
        assertEquals(.7, readAt(.7), .01);
      } catch (BusException e) {
        refused++;
      }
    }
    assertTrue(refused > 5 && refused < 1000, refused + " refused");
  }

  @Test
  void aModuleThatIsNotThereIsNoReading() {
    HcSr04 missing =
        new HcSr04(
            "hc-sr04",
            module.triggerLine(),
            EmulatedLine.input(() -> false, 1),
            module::nanos,
            ROOM,
            .01);
    BusException e = assertThrows(BusException.class, () -> Drivers.read(missing));
    assertTrue(e.getMessage().contains("does not answer"), e.getMessage());
  }

  @Test
  void anEchoThatIsHighFromTheStartIsNoReading() {
    HcSr04 stuck =
        new HcSr04(
            "hc-sr04",
            module.triggerLine(),
            EmulatedLine.input(() -> true, 1),
            module::nanos,
            ROOM,
            .01);
    assertThrows(BusException.class, () -> Drivers.begin(stuck));
    BusException e = assertThrows(BusException.class, () -> Drivers.read(stuck));
    assertTrue(e.getMessage().contains("high before"), e.getMessage());
  }

  @Test
  void aLineThatCannotBeReachedIsNoReading() throws BusException {
    Drivers.begin(sensor);
    module.goWrong(new Mishaps(1, 0, 0, 0));
    assertSays("cannot be reached");
    module.goWrong(Mishaps.NONE);
    assertEquals(1, readAt(1), .005);
  }

  @ParameterizedTest
  @CsvSource({"20, .01", "400, .01", "NaN, .01", "293, 0", "293, NaN"})
  void airInCelsiusAndErrorsOfNothingAreRefused(double temperature, double error) {
    assertThrows(IllegalArgumentException.class, () -> driver(temperature, error));
  }
}

package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Counter;
import io.olivo.sensors.bus.emulated.EmulatedCounter;
import io.olivo.sensors.bus.emulated.Mishaps;
import io.olivo.sensors.chip.emulated.EmulatedEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterEncoderTest {
  private static final int EDGES = 400;
  private static final double EDGE = 2 * Math.PI / EDGES;

  private final World world = new World();
  private final EmulatedEncoder encoder = new EmulatedEncoder(world, EDGES);

  private EmulatedCounter counter(long ceiling) {
    return new EmulatedCounter(encoder::edges, ceiling, 1);
  }

  private static CounterEncoder driver(Counter counter, boolean reversed) {
    return new CounterEncoder("encoder at counter0/count0", counter, EDGES, reversed);
  }

  @ParameterizedTest
  @ValueSource(longs = {255, 999, 65535, 4294967295L})
  void angleGoesOnBeyondEveryCeilingBothWays(long ceiling) throws BusException {
    CounterEncoder sensor = driver(counter(ceiling), false);
    Drivers.begin(sensor);
    for (double turns = 0; turns < 40; turns += .3) {
      world.angle = turns * 2 * Math.PI;
      assertEquals(world.angle, Drivers.read(sensor)[0], .501 * EDGE);
    }
    for (double turns = 40; turns > -300; turns -= .3) {
      world.angle = turns * 2 * Math.PI;
      assertEquals(world.angle, Drivers.read(sensor)[0], .501 * EDGE);
    }
  }

  @Test
  void reversedTheAngleGrowsTheOtherWay() throws BusException {
    CounterEncoder sensor = driver(counter(65535), true);
    world.angle = 1;
    Drivers.begin(sensor);
    assertEquals(-1, Drivers.read(sensor)[0], .501 * EDGE);
  }

  @Test
  void aProgramThatStartsAgainFindsTheSameAngle() throws BusException {
    world.angle = -1.5;
    CounterEncoder first = driver(counter(65535), false);
    Drivers.begin(first);
    CounterEncoder second = driver(counter(65535), false);
    Drivers.begin(second);
    assertEquals(Drivers.read(first)[0], Drivers.read(second)[0]);
    assertEquals(-1.5, Drivers.read(second)[0], .501 * EDGE);
  }

  @Test
  void afterAnOutageItIsWhereTheCounterIs() throws BusException {
    EmulatedCounter counter = counter(255);
    CounterEncoder sensor = driver(counter, false);
    Drivers.begin(sensor);
    world.angle = 100 * EDGE;
    Drivers.read(sensor);
    world.angle = 200 * EDGE;
    Drivers.read(sensor);
    counter.goWrong(new Mishaps(1, 0, 0, 0));
    assertThrows(BusException.class, () -> Drivers.read(sensor));
    counter.goWrong(Mishaps.NONE);
    world.angle = 300 * EDGE;
    Drivers.begin(sensor);
    assertEquals(300 * EDGE, Drivers.read(sensor)[0], 1e-9);
  }

  @Test
  void aCountAboveItsCeilingIsNoReading() throws BusException {
    CounterEncoder sensor = driver(saying(255, 256), false);
    Drivers.begin(sensor);
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains("above its ceiling"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2, Long.MAX_VALUE})
  void aCeilingThatCannotBeIsNotBegunWith(long ceiling) {
    assertThrows(BusException.class, () -> Drivers.begin(driver(saying(ceiling, 0), false)));
  }

  private static Counter saying(long ceiling, long count) {
    return new Counter() {
      @Override
      public long begin() {
        return ceiling;
      }

      @Override
      public long read() {
        return count;
      }
    };
  }

  @Test
  void withoutEdgesItIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CounterEncoder("encoder", counter(255), 0, false));
  }
}

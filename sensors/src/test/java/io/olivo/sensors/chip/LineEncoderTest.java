package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedLine;
import io.olivo.sensors.bus.emulated.Mishaps;
import io.olivo.sensors.chip.emulated.EmulatedEncoder;
import org.junit.jupiter.api.Test;

class LineEncoderTest {
  private static final int EDGES = 20;
  private static final double EDGE = 2 * Math.PI / EDGES;
  private static final Mishaps AWAY = new Mishaps(1, 0, 0, 0);

  private final World world = new World();
  private final EmulatedEncoder encoder = new EmulatedEncoder(world, EDGES);
  private final EmulatedLine a = EmulatedLine.input(encoder::a, 1);
  private final EmulatedLine b = EmulatedLine.input(encoder::b, 2);
  private final LineEncoder sensor = new LineEncoder("encoder", a, b, EDGES);

  private double[] readAt(int edge) throws BusException {
    world.angle = edge * EDGE;
    return Drivers.read(sensor);
  }

  @Test
  void everyEdgeCountsBothWaysOverMoreThanATurn() throws BusException {
    Drivers.begin(sensor);
    for (int edge = 1; edge <= 50; edge++) {
      assertArrayEquals(new double[] {edge * EDGE, 0}, readAt(edge), 1e-12);
    }
    for (int edge = 49; edge >= -30; edge--) {
      assertArrayEquals(new double[] {edge * EDGE, 0}, readAt(edge), 1e-12);
    }
  }

  @Test
  void itsZeroIsWhereTheShaftStood() throws BusException {
    world.angle = 7 * EDGE;
    Drivers.begin(sensor);
    assertEquals(0, readAt(7)[0]);
    assertEquals(-EDGE, readAt(6)[0], 1e-12);
  }

  @Test
  void twoEdgesAtOnceAreToldAsMissedAndNotGuessed() throws BusException {
    Drivers.begin(sensor);
    assertArrayEquals(new double[] {0, 1}, readAt(2));
    assertArrayEquals(new double[] {EDGE, 1}, readAt(3), 1e-12);
  }

  @Test
  void aLineThatCannotBeReadIsNoReading() throws BusException {
    Drivers.begin(sensor);
    b.goWrong(AWAY);
    assertThrows(BusException.class, () -> readAt(1));
    b.goWrong(Mishaps.NONE);
    assertArrayEquals(new double[] {EDGE, 0}, readAt(1), 1e-12);
  }

  @Test
  void begunAnewItGoesOnAndTellsThatItDidNotLook() throws BusException {
    Drivers.begin(sensor);
    readAt(1);
    world.angle = 9 * EDGE;
    Drivers.begin(sensor);
    assertArrayEquals(new double[] {EDGE, 1}, readAt(9), 1e-12);
  }

  @Test
  void withoutEdgesItIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new LineEncoder("encoder", a, b, 0));
  }

  @Test
  void anInputCannotBeWritten() {
    BusException e = assertThrows(BusException.class, () -> a.write(true));
    assertTrue(e.getMessage().contains("input"), e.getMessage());
  }
}

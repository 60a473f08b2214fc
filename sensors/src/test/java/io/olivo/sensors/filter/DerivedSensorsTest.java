package io.olivo.sensors.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedSensorsTest {
  private static final double DT = .002;
  private static final long DT_NANOS = 2_000_000;
  private static final Channel ANGLE = new Channel("angle", Unit.RADIAN, -3, 3);
  private static final Channel RATE = new Channel("rate", Unit.RADIAN_PER_SECOND, -100, 100);
  private static final Channel SMOOTH = new Channel("smooth", Unit.RADIAN_PER_SECOND, -100, 100);

  private final Encoder encoder = new Encoder();
  private final DerivedSensors sensors =
      new DerivedSensors(
          encoder,
          List.of(
              new DerivedSensors.Derived(RATE, 0, new Derivative(0, DT)),
              new DerivedSensors.Derived(SMOOTH, 1, new LowPass(.02, DT))),
          DT);
  private final SampleFrame frame = new SampleFrame(sensors.channels());

  private static final class Encoder implements SensorIo {
    private double angle;
    private boolean silent;
    private boolean restarted;
    private boolean closed;

    @Override
    public List<Channel> channels() {
      return List.of(ANGLE);
    }

    @Override
    public void read(SampleFrame frame, long nowNanos) {
      if (!silent) {
        frame.put(0, angle, nowNanos);
      }
    }

    @Override
    public void restart() {
      restarted = true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private void read(double angle, long tick) {
    encoder.angle = angle;
    sensors.read(frame, tick * DT_NANOS);
  }

  @Test
  void derivedChannelsComeAfterThoseOfTheSourceAndMayUseEachOther() {
    assertEquals(List.of(ANGLE, RATE, SMOOTH), sensors.channels());
    for (int t = 0; t < 500; t++) {
      read(t * DT, t); // 1 rad/s
    }
    assertEquals(1, frame.value(1), 1e-9);
    assertEquals(1, frame.value(2), 1e-9);
    assertEquals(499 * DT_NANOS, frame.stampNanos(2), "as old as what it was computed from");
  }

  @Test
  void aSampleThatDidNotComeIsNoJumpOfTheDerivative() {
    for (int t = 0; t < 20; t++) {
      encoder.silent = t % 5 == 3;
      read(t * DT, t); // 1 rad/s
      if (t > 0) {
        assertEquals(1, frame.value(1), 1e-9, "tick " + t);
      }
    }
  }

  @Test
  void invalidInputDoesNotPoisonAFilter() {
    read(.1, 0);
    read(.1, 1);
    for (double nonsense : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 99}) {
      read(nonsense, 2);
      assertFalse(frame.valid(0));
      assertEquals(0, frame.value(1), "the output keeps its value");
      assertEquals(DT_NANOS, frame.stampNanos(1), "and grows old");
    }
    read(.1, 3);
    assertTrue(frame.valid(1));
    assertEquals(0, frame.value(1), 1e-12);
    assertEquals(3 * DT_NANOS, frame.stampNanos(1));
  }

  @Test
  void beforeTheFirstReadingNothingIsDerived() {
    encoder.silent = true;
    read(0, 0);
    assertFalse(frame.valid(1));
    assertTrue(frame.stale(1, 0, Long.MAX_VALUE));
  }

  @Test
  void restartReachesTheSourceAndTheFilters() {
    read(0, 0);
    read(1, 1);
    sensors.restart();
    read(2, 2);
    assertTrue(encoder.restarted);
    assertEquals(0, frame.value(1), "the first sample after it has no difference");
  }

  @Test
  void closingReachesTheSource() {
    sensors.close();
    assertTrue(encoder.closed);
  }

  @Test
  void recalledFiltersGoOnWhereTheOthersStood() {
    read(.1, 0);
    read(.2, 1);
    double[] memory = sensors.memory();
    read(.5, 2);
    double rate = frame.value(1);
    double smooth = frame.value(2);
    sensors.restart();
    sensors.recall(memory);
    read(.5, 2);
    assertEquals(rate, frame.value(1));
    assertEquals(smooth, frame.value(2));
  }
}

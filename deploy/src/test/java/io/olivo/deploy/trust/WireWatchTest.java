package io.olivo.deploy.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.ActuatorIo;
import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.sensors.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireWatchTest {
  private static final long TICK = 10_000_000; // ns
  private static final double RATE = 100; // N/s: 1 N in a tick
  private static final double WITHIN = .05; // s: 5 ticks to safe

  private long now;
  private final WireWatch wire =
      new WireWatch(
          new Nowhere(),
          List.of(new ActuatorLimits("motor", -10, 10, 5, RATE, 0, WITHIN)),
          () -> now);

  private void write(double... commands) {
    for (double command : commands) {
      wire.write(new double[] {command}, new double[1], -1);
      now += TICK;
    }
  }

  @Test
  void whatIsAllowedIsNotCounted() {
    write(0, 1, 2, 3, 2.5, 3.5, -0 + 2.5);
    assertEquals(0, wire.violations());
  }

  @Test
  void commandOutOfRangeOrNoNumberIsCounted() {
    write(0, Double.NaN);
    assertEquals(1, wire.violations());
    WireWatchTest other = new WireWatchTest();
    other.write(10.5);
    assertEquals(1, other.wire.violations());
  }

  @Test
  void commandThatLeapsIsCounted() {
    write(0, 1.1, 2.1);
    assertEquals(1, wire.violations());
  }

  @Test
  void declaredWayToSafeMayBeFasterThanTheRate() {
    write(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10); // then down in 5 ticks, by 2 N each
    write(8, 6, 4, 2, 0, 0);
    assertEquals(0, wire.violations());
    assertTrue(wire.isSafe());
  }

  @Test
  void wayToSafeThatIsFasterThanDeclaredIsCounted() {
    write(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 7, 4, 1, 0);
    assertEquals(3, wire.violations());
  }

  @Test
  void leapAwayFromSafeIsCounted() {
    write(0, 1, 2, 1.6, 4);
    assertEquals(1, wire.violations());
    assertFalse(wire.isSafe());
  }

  private static final class Nowhere implements ActuatorIo {
    @Override
    public List<Channel> channels() {
      return List.of();
    }

    @Override
    public void write(double[] command, double[] applied, long nowNanos) {}
  }
}

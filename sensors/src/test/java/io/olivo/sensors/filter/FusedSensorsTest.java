package io.olivo.sensors.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.Unit;
import io.olivo.sensors.filter.ComplementaryAttitude.Axis;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusedSensorsTest {
  private static final double DT = .002;
  private static final long DT_NANOS = 2_000_000;
  private static final Channel RATE = new Channel("rate", Unit.RADIAN_PER_SECOND, -30, 30);
  private static final Channel ACROSS =
      new Channel("across", Unit.METRE_PER_SECOND_SQUARED, -80, 80);
  private static final Channel UP = new Channel("up", Unit.METRE_PER_SECOND_SQUARED, -80, 80);
  private static final Channel TILT = new Channel("tilt", Unit.RADIAN, -4, 4);

  private final Imu imu = new Imu();
  private final FusedSensors sensors = fused(new int[] {0, 1, 2}, TILT);
  private final SampleFrame frame = new SampleFrame(sensors.channels());

  private FusedSensors fused(int[] from, Channel... outputs) {
    ComplementaryAttitude fusion = new ComplementaryAttitude(Axis.X, .5, DT);
    return new FusedSensors(imu, from, fusion, List.of(outputs), DT);
  }

  private static final class Imu implements SensorIo {
    private final double[] values = {0, 0, Turning.G};
    private final boolean[] silent = new boolean[3];
    private boolean closed;
    private boolean restarted;

    @Override
    public List<Channel> channels() {
      return List.of(RATE, ACROSS, UP);
    }

    @Override
    public void read(SampleFrame frame, long nowNanos) {
      for (int i = 0; i < 3; i++) {
        if (!silent[i]) {
          frame.put(i, values[i], nowNanos);
        }
      }
    }

    @Override
    public void restart() {
      restarted = true;
    }

    @Override
    public double[] memory() {
      return values.clone();
    }

    @Override
    public void recall(double[] memory) {
      System.arraycopy(memory, 0, values, 0, 3);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private void read(long tick) {
    sensors.read(frame, tick * DT_NANOS);
  }

  @Test
  void itsChannelsComeAfterThoseOfTheSource() {
    assertEquals(List.of(RATE, ACROSS, UP, TILT), sensors.channels());
    read(0);
    imu.values[0] = 1;
    imu.values[2] = 0; // no gravity: the gyroscope alone
    for (int t = 1; t <= 100; t++) {
      read(t);
    }
    assertEquals(100 * DT, frame.value(3), 1e-9);
    assertEquals(100 * DT_NANOS, frame.stampNanos(3));
  }

  @Test
  void samplesThatDidNotComeAreMadeUpFor() {
    read(0);
    imu.values[0] = 1;
    imu.values[2] = 0;
    for (int t = 1; t <= 100; t++) {
      imu.silent[0] = imu.silent[1] = imu.silent[2] = t % 5 != 0;
      read(t);
    }
    assertEquals(100 * DT, frame.value(3), 1e-9);
  }

  @Test
  void whenOneInputIsSilentTheOutputGrowsOld() {
    read(0);
    imu.silent[1] = true;
    imu.values[0] = 1;
    read(1);
    assertEquals(0, frame.stampNanos(3));
    assertEquals(0, frame.value(3), 1e-12);
  }

  @Test
  void anInvalidInputDoesNotPoisonIt() {
    read(0);
    imu.values[2] = Double.NaN;
    read(1);
    assertEquals(0, frame.stampNanos(3));
    imu.values[2] = Turning.G;
    read(2);
    assertTrue(frame.valid(3));
    assertEquals(0, frame.value(3), 1e-12);
  }

  @Test
  void aTiltThatIsNotKnownYetIsInvalid() {
    imu.values[2] = 0;
    read(0);
    assertFalse(frame.valid(3));
  }

  @Test
  void channelsOfAnotherUnitOrNumberAreRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> fused(new int[] {1, 0, 2}, TILT));
    assertEquals("across is in m/s^2, it has to be in rad/s", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> fused(new int[] {0, 1}, TILT));
    assertThrows(IllegalArgumentException.class, () -> fused(new int[] {0, 1, 2}, RATE));
    assertThrows(IllegalArgumentException.class, () -> fused(new int[] {0, 1, 2}, TILT, TILT));
  }

  @Test
  void recalledItGoesOnWhereItWasAndSoDoesItsSource() {
    read(0);
    imu.values[0] = 1;
    read(1);
    double[] memory = sensors.memory();
    double tilt = frame.value(3);
    read(2);
    double next = frame.value(3);
    imu.values[0] = 7;
    sensors.restart();
    assertTrue(imu.restarted);
    sensors.recall(memory);
    assertArrayEquals(new double[] {1, 0, Turning.G}, imu.values);
    read(3);
    assertEquals(next, frame.value(3));
    assertTrue(next > tilt);
  }

  @Test
  void whatAnotherRobotRememberedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> sensors.recall(new double[4]));
    assertThrows(IllegalArgumentException.class, () -> sensors.recall(new double[6]));
  }

  @Test
  void closingReachesTheSource() {
    sensors.close();
    assertTrue(imu.closed);
  }
}

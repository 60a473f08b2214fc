package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.Bus;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.Poll;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.Tolerance;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceNewsTest {
  private static final long MILLI = 1_000_000;

  private long nowNanos;
  private boolean dead;
  private final BusPoller bus =
      new BusPoller(
          "i2c-1",
          new Bus() {},
          List.of(new Poll(new Angle(), 100)),
          Tolerance.STANDARD,
          () -> nowNanos);
  private final DeviceNews news = new DeviceNews(List.of(bus), () -> nowNanos);

  private final class Angle implements PolledSensor {
    @Override
    public String name() {
      return "angle at 0x36";
    }

    @Override
    public List<Measure> measures() {
      return List.of(new Measure("angle", Unit.RADIAN));
    }

    @Override
    public double begin(int step) {
      return READY;
    }

    @Override
    public void read(double[] out) throws BusException {
      if (dead) {
        throw new BusException("nobody answers");
      }
    }
  }

  private void pollFor(int millis) {
    for (int i = 0; i < millis; i++) {
      bus.poll();
      nowNanos += MILLI;
    }
  }

  @Test
  void beforeAnyReadingThereIsNothingYet() {
    assertEquals("i2c-1 busy 0 %: angle at 0x36 nothing yet, 0 failures", news.text(0));
  }

  @Test
  void aDeviceThatFallsSilentGetsOlderAndIsCounted() {
    pollFor(101);
    dead = true;
    pollFor(50);
    assertEquals("i2c-1 busy 0 %: angle at 0x36 51.0 ms old, 5 failures", news.text(nowNanos));
  }

  @Test
  void theNewsComeEveryTenSeconds() {
    RobotLink link = mock();
    for (nowNanos = 0; nowNanos < 25_000 * MILLI; nowNanos += 100 * MILLI) {
      news.tell(link);
    }
    verify(link, times(3)).tell(anyLong(), eq("devices"), any());
  }
}

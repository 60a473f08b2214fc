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
import java.util.List;
import org.junit.jupiter.api.Test;

class PlausibleSensorsTest {
  private static final long MS = 1_000_000;
  private static final List<Channel> ANGLE = List.of(new Channel("angle", Unit.RADIAN, -3, 3));

  private double angle;
  private boolean sends = true;
  private long ageNanos;
  private boolean restarted;
  private final SensorIo encoder =
      new SensorIo() {
        @Override
        public List<Channel> channels() {
          return ANGLE;
        }

        @Override
        public void read(SampleFrame frame, long nowNanos) {
          if (sends) {
            frame.put(0, angle, nowNanos - ageNanos);
          }
        }

        @Override
        public void restart() {
          restarted = true;
        }
      };
  private final PlausibleSensors sensors = new PlausibleSensors(encoder, new double[] {10});
  private final SampleFrame frame = new SampleFrame(ANGLE);
  private long now;

  private boolean believes(double value) {
    angle = value;
    now += MS;
    sensors.read(frame, now);
    return frame.valid(0);
  }

  @Test
  void firstReadingIsBelievedWhereverItIs() {
    assertTrue(believes(2.9));
  }

  @Test
  void jumpIsRefusedAndCountedAndTheNextGoodReadingBelieved() {
    believes(1);
    assertTrue(believes(1.009), "10 rad/s for 1 ms");
    assertFalse(believes(1.5));
    assertEquals(1, sensors.refused(0));
    assertTrue(believes(1.018));
  }

  @Test
  void readingThatComesAfterANewerOneIsRefused() {
    believes(1);
    now += 2 * MS;
    assertTrue(believes(1.01));
    ageNanos = 2 * MS;
    assertFalse(believes(1.005), "1 ms older than the one before");
    ageNanos = 0;
    assertTrue(believes(1.015));
  }

  @Test
  void afterTheClockWasSetBackReadingsAreBelievedAtOnce() {
    now = 5000 * MS;
    believes(1);
    now -= 1000 * MS;
    assertTrue(believes(1));
    assertTrue(believes(1.005));
    assertFalse(believes(2), "and judged as before");
  }

  @Test
  void channelThatReallyIsElsewhereIsBelievedAfterTheTimeOfTheWay() {
    believes(0);
    int ticks = 1;
    while (!believes(.501)) {
      ticks++;
    }
    assertEquals(51, ticks, "0.501 rad at 10 rad/s");
  }

  @Test
  void readingThatDidNotComeIsNotJudgedAgain() {
    believes(1);
    assertFalse(believes(2));
    sends = false;
    assertFalse(believes(2), "the refused one stays refused");
    assertEquals(1, sensors.refused(0));
  }

  @Test
  void readingThatIsInvalidAnywayIsNotBelieved() {
    believes(1);
    assertFalse(believes(Double.NaN));
    assertEquals(0, sensors.refused(0));
    assertTrue(believes(1.018));
  }

  @Test
  void afterARestartTheFirstReadingIsBelievedAgain() {
    believes(1);
    sensors.restart();
    assertTrue(restarted);
    assertTrue(believes(-2));
  }

  @Test
  void recalledMemoryGoesOnWhereItWas() {
    believes(1);
    double[] memory = sensors.memory();
    PlausibleSensors other = new PlausibleSensors(encoder, new double[] {10});
    other.recall(memory);
    angle = 2;
    other.read(frame, now + MS);
    assertFalse(frame.valid(0));
    assertArrayEquals(memory, other.memory());
  }

  @Test
  void asManyLimitsAsChannelsAreNeeded() {
    assertThrows(
        IllegalArgumentException.class, () -> new PlausibleSensors(encoder, new double[2]));
  }
}

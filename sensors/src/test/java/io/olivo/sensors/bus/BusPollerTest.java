package io.olivo.sensors.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.Unit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BusPollerTest {
  private static final long MILLI = 1_000_000;
  private static final Channel ANGLE = new Channel("joint.angle", Unit.RADIAN, -4, 4);

  private long nowNanos;

  /** Answers with the time in milliseconds, when it answers. */
  private final class Answering implements PolledSensor {
    private int failuresToCome;
    private int begins;
    private double beginSeconds;

    @Override
    public String name() {
      return "test at 0x10";
    }

    @Override
    public List<Measure> measures() {
      return List.of(new Measure("angle", Unit.RADIAN));
    }

    @Override
    public double begin(int step) throws BusException {
      maybeFail();
      begins += step == 0 ? 1 : 0;
      return step == 0 ? beginSeconds : READY;
    }

    @Override
    public void read(double[] out) throws BusException {
      maybeFail();
      out[0] = nowNanos / MILLI * 1e-3;
    }

    private void maybeFail() throws BusException {
      if (failuresToCome-- > 0) {
        throw new BusException("nobody answers");
      }
    }
  }

  private final Answering sensor = new Answering();
  private final Poll poll = new Poll(sensor, 100);

  private BusPoller poller(Poll... polls) {
    return new BusPoller("i2c-1", new Bus() {}, List.of(polls), Tolerance.STANDARD, () -> nowNanos);
  }

  private static void pollFor(BusPollerTest test, BusPoller poller, int millis) {
    for (int i = 0; i < millis; i++) {
      poller.poll();
      test.nowNanos += MILLI;
    }
  }

  private SampleFrame frame() {
    PolledSensors sensors = new PolledSensors(List.of(new PolledSensors.Source(ANGLE, poll, 0)));
    SampleFrame frame = new SampleFrame(sensors.channels());
    sensors.read(frame, nowNanos);
    return frame;
  }

  @Test
  void everySensorIsAskedAtItsOwnRate() {
    Poll slow = new Poll(new Answering(), 10);
    pollFor(this, poller(poll, slow), 1000);
    assertEquals(100, poll.transfers(), 1);
    assertEquals(10, slow.transfers(), 1);
  }

  @Test
  void theLoopGetsTheNewestValueWithTheTimeItWasRead() {
    pollFor(this, poller(poll), 25);
    SampleFrame frame = frame();
    assertEquals(.02, frame.value(0), .0021);
    assertEquals(frame.value(0), frame.stampNanos(0) * 1e-9, 1e-9);
    assertTrue(frame.valid(0));
  }

  @Test
  void aChannelThatWasNeverReadHasNoValue() {
    assertEquals(SampleFrame.NEVER, frame().stampNanos(0));
  }

  @Test
  void twoBadReadingsInARowAreTriedAgainAtOnce() {
    BusPoller poller = poller(poll);
    pollFor(this, poller, 5);
    long before = poll.transfers();
    sensor.failuresToCome = 2;
    pollFor(this, poller, 10);
    assertEquals(before + 1, poll.transfers());
    assertEquals(0, poll.failures());
  }

  @Test
  void aSensorThatIsAwayForAMomentIsNotBegunAnew() {
    BusPoller poller = poller(poll);
    pollFor(this, poller, 5);
    sensor.failuresToCome = 60; // 20 readings of three tries: 200 ms
    pollFor(this, poller, 400);
    assertEquals(20, poll.failures());
    assertEquals(1, sensor.begins);
    assertEquals("nobody answers", poll.complaint());
  }

  @Test
  void withoutAReadingForHalfASecondItIsBegunAnewAndComesBack() {
    BusPoller poller = poller(poll);
    pollFor(this, poller, 5);
    sensor.failuresToCome = 170;
    pollFor(this, poller, 2500);
    assertEquals(2, sensor.begins);
    assertEquals(2, poll.begun());
    assertFalse(frame().stale(0, nowNanos, 20 * MILLI));
  }

  @Test
  void whileOneChipGetsReadyTheOthersAreAsked() {
    sensor.beginSeconds = .1;
    Poll other = new Poll(new Answering(), 100);
    pollFor(this, poller(poll, other), 100);
    assertEquals(0, poll.transfers());
    assertEquals(10, other.transfers(), 1);
  }

  /** An absolute encoder at an angle. */
  private record Encoder(double angle) implements PolledSensor {
    @Override
    public String name() {
      return "encoder";
    }

    @Override
    public List<Measure> measures() {
      return List.of(new Measure("angle", Unit.RADIAN, true));
    }

    @Override
    public double begin(int step) {
      return READY;
    }

    @Override
    public void read(double[] out) {
      out[0] = angle;
    }
  }

  @Test
  void anEncoderBeginsAnewHalfATurnFromTheZeroOfItsJoint() {
    Poll encoder = new Poll(new Encoder(-3), 1000);
    pollFor(this, poller(encoder), 3);
    PolledSensors sensors =
        new PolledSensors(List.of(new PolledSensors.Source(ANGLE, encoder, 0, -1, 3)));
    SampleFrame frame = new SampleFrame(sensors.channels());
    sensors.read(frame, nowNanos);
    assertEquals(6 - 2 * StrictMath.PI, frame.value(0), 1e-12);
  }

  @Test
  void aUnitThatIsNotTheSensorsIsRefused() {
    Channel wrong = new Channel("joint.torque", Unit.NEWTON_METRE, -1, 1);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new PolledSensors.Source(wrong, poll, 0));
    assertTrue(e.getMessage().contains("joint.torque is in N*m"), e.getMessage());
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void itsThreadAsksUntilItIsClosedAndThenTheBusIs() throws Exception {
    Bus bus = mock();
    Poll asked = new Poll(sensor, 1000);
    BusPoller poller =
        new BusPoller("i2c-1", bus, List.of(asked), Tolerance.STANDARD, System::nanoTime);
    poller.start();
    while (asked.transfers() < 5) {
      Thread.onSpinWait();
    }
    assertNotNull(poller.name());
    poller.close();
    verify(bus).close();
    long readings = asked.transfers();
    Thread.sleep(20);
    assertEquals(readings, asked.transfers());
  }
}

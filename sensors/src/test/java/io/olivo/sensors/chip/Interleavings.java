package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.Bus;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.Poll;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.PolledSensors;
import io.olivo.sensors.bus.Tolerance;
import io.olivo.sensors.bus.emulated.Mishaps;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Polls a driver a million times while everything goes wrong, and compares with the world. */
final class Interleavings {
  /** All but flipped bits, which I2C does not see. */
  static final Mishaps UNFLIPPED = new Mishaps(.03, .03, 0, .003);

  static final int TIMES = 1_000_000;
  private static final long PERIOD_NANOS = 2_000_000;
  private static final Tolerance IMPATIENT = new Tolerance(2, .02, .01);

  private long nowNanos;

  /**
   * Changes the world, polls, and wants every reading that comes through to be the world's.
   *
   * @param change changes the world and says what is to be read [measure]
   */
  Poll everyReadingIsTrue(PolledSensor sensor, Function<SplittableRandom, double[]> change) {
    return everyReading(sensor, change, Interleavings::assertEqualTo);
  }

  /**
   * Changes the world, polls, and looks at every reading that comes through.
   *
   * @param change changes the world and says what is to be read [measure]
   * @param check what is to be read against what was
   */
  Poll everyReading(
      PolledSensor sensor,
      Function<SplittableRandom, double[]> change,
      BiConsumer<double[], SampleFrame> check) {
    Poll poll = new Poll(sensor, 1e9 / PERIOD_NANOS);
    BusPoller poller =
        new BusPoller("test", new Bus() {}, List.of(poll), IMPATIENT, () -> nowNanos);
    PolledSensors sensors = new PolledSensors(sources(poll));
    SampleFrame frame = new SampleFrame(sensors.channels());
    SplittableRandom chance = new SplittableRandom(3);
    long readings = 0;
    for (int i = 0; i < TIMES; i++) {
      double[] truth = change.apply(chance);
      nowNanos += PERIOD_NANOS;
      poller.poll();
      if (poll.transfers() > readings) {
        readings = poll.transfers();
        sensors.read(frame, nowNanos);
        check.accept(truth, frame);
      }
    }
    assertTrue(readings > TIMES / 10, readings + " readings only: " + poll.complaint());
    return poll;
  }

  private static List<PolledSensors.Source> sources(Poll poll) {
    List<PolledSensors.Source> sources = new ArrayList<>();
    for (int i = 0; i < poll.sensor().measures().size(); i++) {
      var measure = poll.sensor().measures().get(i);
      Channel channel = new Channel(measure.name(), measure.unit(), -1e6, 1e6);
      sources.add(new PolledSensors.Source(channel, poll, i));
    }
    return sources;
  }

  private static void assertEqualTo(double[] truth, SampleFrame frame) {
    for (int i = 0; i < truth.length; i++) {
      double off = Math.abs(truth[i] - frame.value(i));
      if (!(off <= resolution(frame.channel(i).unit()) + 1e-3 * Math.abs(truth[i]))) {
        assertEquals(truth[i], frame.value(i), frame.channel(i).name());
      }
    }
  }

  private static double resolution(Unit unit) {
    return switch (unit) {
      case TESLA -> .1e-6;
      case METRE_PER_SECOND_SQUARED -> .006;
      case METRE -> .02;
      default -> .003;
    };
  }
}

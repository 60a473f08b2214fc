package io.olivo.sensors.filter;

import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Appends derived channels to a source. A derived channel may use any channel of the frame: one of
 * the source, an earlier derived one, or one that the loop writes (what an actuator last applied).
 */
public final class DerivedSensors implements SensorIo {
  /**
   * One derived channel.
   *
   * @param channel its name, unit and range
   * @param source index in the frame of the channel it is computed from
   * @param filter how
   */
  public record Derived(Channel channel, int source, Filter filter) {}

  private final SensorIo source;
  private final Derived[] derived;
  private final List<Channel> channels;
  private final int base; // index in the frame of the first derived channel

  private final double dtNanos;

  /**
   * The channels of {@code source}, then the derived ones in their order.
   *
   * @param dtSeconds tick length, that of the filters
   */
  public DerivedSensors(SensorIo source, List<Derived> derived, double dtSeconds) {
    this.source = source;
    dtNanos = dtSeconds * 1e9;
    this.derived = derived.toArray(new Derived[0]);
    base = source.channels().size();
    channels = new ArrayList<>(source.channels());
    derived.forEach(one -> channels.add(one.channel));
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public void read(SampleFrame frame, long nowNanos) {
    source.read(frame, nowNanos);
    for (int i = 0; i < derived.length; i++) {
      compute(frame, derived[i], base + i);
    }
  }

  /**
   * An invalid input must not poison the filter: the output keeps its value and turns stale. So
   * does one that is no newer than the one before.
   */
  private void compute(SampleFrame frame, Derived one, int index) {
    int ticks = Gap.ticks(frame.stampNanos(index), frame.stampNanos(one.source), dtNanos);
    if (frame.valid(one.source) && ticks > 0) {
      double filtered = one.filter.next(frame.value(one.source), ticks);
      frame.put(index, filtered, frame.stampNanos(one.source));
    }
  }

  @Override
  public void restart() {
    source.restart();
    for (Derived one : derived) {
      one.filter.reset();
    }
  }

  /** The filters' memories, one after the other, then the source's. */
  @Override
  public double[] memory() {
    return DoubleStream.concat(Arrays.stream(filterMemory()), Arrays.stream(source.memory()))
        .toArray();
  }

  private double[] filterMemory() {
    return Arrays.stream(derived)
        .flatMapToDouble(one -> Arrays.stream(one.filter.memory()))
        .toArray();
  }

  /** What was saved by an older version ends with the filters. */
  @Override
  public void recall(double[] memory) {
    int filters = filterMemory().length;
    if (memory.length != filters && memory.length != filters + source.memory().length) {
      throw new IllegalArgumentException(
          "%d values were saved for sensors that remember %d: it was another robot file"
              .formatted(memory.length, filters + source.memory().length));
    }
    int from = 0;
    for (Derived one : derived) {
      int to = from + one.filter.memory().length;
      one.filter.recall(Arrays.copyOfRange(memory, from, to));
      from = to;
    }
    if (memory.length > filters) {
      source.recall(Arrays.copyOfRange(memory, filters, memory.length));
    }
  }

  @Override
  public void close() {
    source.close();
  }
}

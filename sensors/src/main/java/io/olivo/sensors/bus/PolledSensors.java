package io.olivo.sensors.bus;

import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The loop's end of all buses: copies the newest values, with the time each was read. */
public final class PolledSensors implements SensorIo {
  /**
   * Where the values of a channel come from: channel = scale * (device - zero). What begins anew
   * after a turn does so half a turn from its zero.
   *
   * @param channel of the robot
   * @param readings such as those of a {@link Poll}
   * @param measure index into what is measured
   * @param scale not 0; -1 turns it round
   * @param zero what the device says when the channel is 0 [the channel's unit]
   */
  public record Source(Channel channel, Readings readings, int measure, double scale, double zero) {
    /** Refuses a unit that is not the one it is measured in. */
    public Source {
      Measure found = readings.measures().get(measure);
      if (found.unit() != channel.unit()) {
        throw new IllegalArgumentException(
            "%s is in %s, but %s measures its %s in %s"
                .formatted(
                    channel.name(),
                    channel.unit().symbol(),
                    readings.name(),
                    found.name(),
                    found.unit().symbol()));
      }
    }

    /** As the device counts. */
    public Source(Channel channel, Readings readings, int measure) {
      this(channel, readings, measure, 1, 0);
    }

    private boolean cyclic() {
      return readings.measures().get(measure).cyclic();
    }
  }

  private static final double TURN = 2 * StrictMath.PI;

  private final List<Channel> channels;
  private final TripleBuffer[] buffers; // each once
  private final Source[] sources; // [channel]
  private final boolean[] cyclic; // [channel]

  /**
   * @param sources of the channels, in their order
   */
  public PolledSensors(List<Source> sources) {
    channels = sources.stream().map(Source::channel).toList();
    this.sources = sources.toArray(Source[]::new);
    cyclic = new boolean[channels.size()];
    for (int i = 0; i < cyclic.length; i++) {
      cyclic[i] = this.sources[i].cyclic();
    }
    Set<TripleBuffer> once = new LinkedHashSet<>();
    sources.forEach(source -> once.add(source.readings().newest()));
    buffers = once.toArray(new TripleBuffer[0]);
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public void read(SampleFrame frame, long nowNanos) {
    for (TripleBuffer each : buffers) {
      each.take();
    }
    for (int i = 0; i < sources.length; i++) {
      long stamp = sources[i].readings().newest().stampNanos();
      if (stamp != SampleFrame.NEVER) {
        frame.put(i, value(i), stamp);
      }
    }
  }

  private double value(int channel) {
    Source source = sources[channel];
    double beyond = source.readings.newest().value(source.measure) - source.zero;
    return source.scale * (cyclic[channel] ? beyond - TURN * Math.rint(beyond / TURN) : beyond);
  }
}

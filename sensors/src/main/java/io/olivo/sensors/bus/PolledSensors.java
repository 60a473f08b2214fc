package io.olivo.sensors.bus;

import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The loop's end of all buses: copies the newest values, with the time each was read. */
public final class PolledSensors implements SensorIo {
  /**
   * Where the values of a channel come from.
   *
   * @param channel of the robot
   * @param readings such as those of a {@link Poll}
   * @param measure index into what is measured
   */
  public record Source(Channel channel, Readings readings, int measure) {
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
  }

  private final List<Channel> channels;
  private final TripleBuffer[] buffers; // each once
  private final TripleBuffer[] buffer; // [channel]
  private final int[] measure; // [channel]

  /**
   * @param sources of the channels, in their order
   */
  public PolledSensors(List<Source> sources) {
    channels = sources.stream().map(Source::channel).toList();
    List<TripleBuffer> each = new ArrayList<>();
    sources.forEach(source -> each.add(source.readings().newest()));
    Set<TripleBuffer> once = new LinkedHashSet<>(each);
    buffers = once.toArray(new TripleBuffer[0]);
    buffer = each.toArray(new TripleBuffer[0]);
    measure = sources.stream().mapToInt(Source::measure).toArray();
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
    for (int i = 0; i < measure.length; i++) {
      if (buffer[i].stampNanos() != SampleFrame.NEVER) {
        frame.put(i, buffer[i].value(measure[i]), buffer[i].stampNanos());
      }
    }
  }
}

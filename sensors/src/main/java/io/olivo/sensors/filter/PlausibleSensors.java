package io.olivo.sensors.filter;

import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.Arrays;
import java.util.List;

/**
 * Refuses readings that jump, and those that come after a newer one: a value is believed when it
 * lies no further from the last believed one than the channel can have gone meanwhile. A refused
 * reading is invalid, so that filters and observer pass over it; a channel that really is elsewhere
 * is believed again after the time that the way there takes.
 *
 * <pre>
 * stamp &gt; stamp of the believed one
 * |value - believed| &lt;= fastest (stamp - stamp of the believed one)
 * </pre>
 */
public final class PlausibleSensors implements SensorIo {
  private static final double NANOS = 1e-9;

  private final SensorIo source;
  private final double[] fastest; // [channel] [unit/s]
  private final double[] believed; // [channel]
  private final long[] stampNanos; // [channel] of the believed one
  private final long[] refused; // [channel]

  /**
   * @param source whose channels are looked at
   * @param fastest change that can be true [channel] [unit/s]
   */
  public PlausibleSensors(SensorIo source, double[] fastest) {
    if (fastest.length != source.channels().size()) {
      throw new IllegalArgumentException(
          "%d channels, but %d fastest changes"
              .formatted(source.channels().size(), fastest.length));
    }
    this.source = source;
    this.fastest = fastest.clone();
    believed = new double[fastest.length];
    stampNanos = new long[fastest.length];
    refused = new long[fastest.length];
    forget();
  }

  private void forget() {
    Arrays.fill(stampNanos, SampleFrame.NEVER);
  }

  @Override
  public List<Channel> channels() {
    return source.channels();
  }

  @Override
  public void read(SampleFrame frame, long nowNanos) {
    source.read(frame, nowNanos);
    for (int i = 0; i < fastest.length; i++) {
      if (frame.valid(i) && frame.stampNanos(i) != stampNanos[i]) {
        judge(frame, i, nowNanos);
      }
    }
  }

  private void judge(SampleFrame frame, int i, long nowNanos) {
    double seconds = (frame.stampNanos(i) - stampNanos[i]) * NANOS;
    boolean setBack = stampNanos[i] > nowNanos; // the clock was: what was believed says nothing
    boolean first = stampNanos[i] == SampleFrame.NEVER || setBack;
    if (first || Math.abs(frame.value(i) - believed[i]) <= fastest[i] * seconds) { // never if older
      believed[i] = frame.value(i);
      stampNanos[i] = frame.stampNanos(i);
    } else {
      refused[i]++;
      frame.refuse(i);
    }
  }

  /** How many readings of a channel jumped or came too late. */
  public long refused(int channel) {
    return refused[channel];
  }

  @Override
  public void restart() {
    source.restart();
    forget();
  }

  /** Believed values, the bits of their stamps, then the source's memory. */
  @Override
  public double[] memory() {
    int n = believed.length;
    double[] inner = source.memory();
    double[] memory = Arrays.copyOf(believed, 2 * n + inner.length);
    for (int i = 0; i < n; i++) {
      memory[n + i] = Double.longBitsToDouble(stampNanos[i]);
    }
    System.arraycopy(inner, 0, memory, 2 * n, inner.length);
    return memory;
  }

  @Override
  public void recall(double[] memory) {
    int n = believed.length;
    System.arraycopy(memory, 0, believed, 0, n);
    for (int i = 0; i < n; i++) {
      stampNanos[i] = Double.doubleToRawLongBits(memory[n + i]);
    }
    source.recall(Arrays.copyOfRange(memory, 2 * n, memory.length));
  }

  @Override
  public void close() {
    source.close();
  }
}

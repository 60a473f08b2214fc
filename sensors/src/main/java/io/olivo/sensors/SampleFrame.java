package io.olivo.sensors;

import java.util.Arrays;
import java.util.List;

/**
 * The newest value of every channel, each with the time it was read. Filled once per tick;
 * everything downstream reads only this, so that a recording replays to the same commands.
 */
public final class SampleFrame {
  /** The stamp of a channel that was never read. */
  public static final long NEVER = Long.MIN_VALUE;

  private final Channel[] channel;
  private final double[] value; // [channel] in the channel's unit
  private final long[] stampNanos; // [channel] when it was read
  private final boolean[] valid; // [channel] finite and inside the channel's range

  /** A frame in which no channel has a value yet. */
  public SampleFrame(List<Channel> channels) {
    channel = channels.toArray(new Channel[0]);
    value = new double[channel.length];
    stampNanos = new long[channel.length];
    valid = new boolean[channel.length];
    Arrays.fill(stampNanos, NEVER);
  }

  /** Number of channels. */
  public int size() {
    return channel.length;
  }

  /** The channel at an index. */
  public Channel channel(int index) {
    return channel[index];
  }

  /**
   * Where a channel stands.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public int indexOf(String name) {
    for (int i = 0; i < channel.length; i++) {
      if (channel[i].name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no channel named " + name);
  }

  /** Stores a value and the time it was read; a value out of range or not finite is invalid. */
  public void put(int index, double newValue, long readNanos) {
    valid[index] = channel[index].accepts(newValue);
    value[index] = newValue;
    stampNanos[index] = readNanos;
  }

  /** The newest value cannot be true, though it is inside the range. */
  public void refuse(int index) {
    valid[index] = false;
  }

  /** The newest value of a channel [its unit]; look at {@link #valid} before trusting it. */
  public double value(int index) {
    return value[index];
  }

  /** When a channel was read. */
  public long stampNanos(int index) {
    return stampNanos[index];
  }

  /** How long ago a channel was read [ns], or {@code never} when it was not. */
  public long ageNanos(int index, long nowNanos, long never) {
    return stampNanos[index] == NEVER ? never : nowNanos - stampNanos[index];
  }

  /** Whether the newest value is finite and inside the channel's range. */
  public boolean valid(int index) {
    return valid[index];
  }

  /** Whether a channel was never read, or longer ago than {@code limitNanos}. */
  public boolean stale(int index, long nowNanos, long limitNanos) {
    return stampNanos[index] == NEVER || nowNanos - stampNanos[index] > limitNanos;
  }
}

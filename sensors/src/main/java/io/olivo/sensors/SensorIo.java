package io.olivo.sensors;

import java.util.List;

/** Fills a frame with the newest values. A slow bus is polled elsewhere; reading never waits. */
public interface SensorIo extends AutoCloseable {
  /** The channels, in the order in which {@link #read} stores them, from index 0 of the frame. */
  List<Channel> channels();

  /**
   * Copies the newest values and their stamps into the frame.
   *
   * @param nowNanos the time of this tick; in simulation it is robot time, not the wall's
   */
  void read(SampleFrame frame, long nowNanos);

  /** Continuity is broken, by a restarted simulator for instance: filters begin anew. */
  default void restart() {}

  /**
   * What has to be kept to go on later bit for bit, beside the outside world; always of the same
   * length.
   */
  default double[] memory() {
    return new double[0];
  }

  /** Goes on where {@link #memory} was taken. */
  default void recall(double[] memory) {}

  @Override
  default void close() {}
}

package io.olivo.controller.record;

import io.olivo.learning.HotPath;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.List;

/** Raw sensors whose samples are recorded as the loop gets them, before anything judges them. */
final class RecordedSensors implements SensorIo {
  private final SensorIo source;
  private final Tap tap;

  RecordedSensors(SensorIo source, Tap tap) {
    this.source = source;
    this.tap = tap;
  }

  @Override
  public List<Channel> channels() {
    return source.channels();
  }

  @HotPath
  @Override
  public void read(SampleFrame frame, long nowNanos) {
    source.read(frame, nowNanos);
    tap.sampled(frame);
  }

  @Override
  public void restart() {
    source.restart();
  }

  @Override
  public double[] memory() {
    return source.memory();
  }

  @Override
  public void recall(double[] memory) {
    source.recall(memory);
  }

  @Override
  public void close() {
    source.close();
  }
}

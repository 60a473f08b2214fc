package io.olivo.deploy.device;

import io.olivo.controller.loop.GroundTruth;
import io.olivo.learning.HotPath;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.List;

/** On a real robot nobody knows the truth: what is measured has to do. */
@HotPath
public final class MeasuredTruth implements SensorIo, GroundTruth {
  private final SensorIo sensors;
  private final int[] judged; // channels
  private final double[] newest;

  /**
   * @param sensors raw ones
   * @param judged indices of those by which the skill is judged
   */
  public MeasuredTruth(SensorIo sensors, int[] judged) {
    this.sensors = sensors;
    this.judged = judged.clone();
    newest = new double[judged.length];
  }

  @Override
  public List<Channel> channels() {
    return sensors.channels();
  }

  @Override
  public void read(SampleFrame frame, long nowNanos) {
    sensors.read(frame, nowNanos);
    for (int i = 0; i < judged.length; i++) {
      newest[i] = frame.value(judged[i]);
    }
  }

  @Override
  public void restart() {
    sensors.restart();
  }

  @Override
  public int size() {
    return newest.length;
  }

  @Override
  public void truth(double[] out) {
    System.arraycopy(newest, 0, out, 0, newest.length);
  }

  @Override
  public void close() {
    sensors.close();
  }
}

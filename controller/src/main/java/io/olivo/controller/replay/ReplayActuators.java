package io.olivo.controller.replay;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.record.Row;
import io.olivo.sensors.Channel;
import java.util.List;

/** Actuators that move nothing and tell what the real ones told. */
final class ReplayActuators implements ActuatorIo {
  private final List<Channel> channels;
  private final double[] safe; // [actuator]
  private final Playback playback;

  ReplayActuators(List<Channel> channels, double[] safe, Playback playback) {
    this.channels = List.copyOf(channels);
    this.safe = safe.clone();
    this.playback = playback;
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public void write(double[] command, double[] applied, long nowNanos) {
    Row now = playback.row();
    if (now == null || playback.isSeizing()) {
      System.arraycopy(command, 0, applied, 0, safe.length);
      return;
    }
    playback.written(now, command);
    System.arraycopy(now.wrote ? now.applied : safe, 0, applied, 0, safe.length);
    playback.stopHere(false);
  }
}

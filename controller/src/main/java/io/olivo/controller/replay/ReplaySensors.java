package io.olivo.controller.replay;

import io.olivo.controller.record.Row;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.List;

/** Raw sensors as they were. */
final class ReplaySensors implements SensorIo {
  private final List<Channel> channels;
  private final Playback playback;

  ReplaySensors(List<Channel> channels, Playback playback) {
    this.channels = List.copyOf(channels);
    this.playback = playback;
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public void read(SampleFrame frame, long nowNanos) {
    Row now = playback.row();
    if (now != null) {
      for (int i = 0; i < now.value.length; i++) {
        put(frame, now, i);
      }
    }
    playback.stopHere(true);
  }

  private static void put(SampleFrame frame, Row now, int i) {
    if (now.stampNanos[i] == SampleFrame.NEVER) {
      return;
    }
    frame.put(i, now.value[i], now.stampNanos[i]);
    if (!now.valid[i]) {
      frame.refuse(i);
    }
  }
}

package io.olivo.controller.mirror;

import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.wire.Ending;
import io.olivo.controller.wire.Sense;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.List;

/** The simulator's sensors, and what only a simulator knows. Belongs to the loop thread. */
public final class MirrorSensors implements SensorIo, GroundTruth {
  private final List<Channel> channels;
  private final Sense current;

  MirrorSensors(List<Channel> channels, Sense current) {
    this.channels = List.copyOf(channels);
    this.current = current;
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public void read(SampleFrame frame, long nowNanos) {
    for (int i = 0; i < current.values.length; i++) {
      if (current.ageNanos[i] >= 0) { // one that was never read stays stale
        frame.put(i, current.values[i], current.timeNanos - current.ageNanos[i]);
      }
    }
  }

  @Override
  public int size() {
    return current.truth.length;
  }

  @Override
  public void truth(double[] out) {
    System.arraycopy(current.truth, 0, out, 0, current.truth.length);
  }

  /** Whether the simulator gave a reward with this tick. */
  public boolean hasReward() {
    return current.hasReward;
  }

  /** Reward for the command before this tick [reward]; 0 when there was none. */
  public double reward() {
    return current.reward;
  }

  /** How the episode ended, if it did, with this tick. */
  public Ending ending() {
    return current.ending;
  }

  /** Whether the plant was put somewhere else just before this tick. */
  public boolean isReset() {
    return current.reset;
  }

  /** Counts episodes. */
  public long episode() {
    return current.episode;
  }
}

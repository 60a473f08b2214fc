package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;
import org.jspecify.annotations.Nullable;

/**
 * A raw reading that is not believed: the robot goes on with the last good one, but nothing is
 * learned from what was bridged, and for as long as filters and traces remember it.
 */
@HotPath
final class DoubtfulReading implements Watch {
  private static final double REMEMBERED_SECONDS = .5;
  private static final Fault DOUBTFUL =
      Fault.of(Trouble.SENSOR_DOUBTFUL, Fault.Response.FREEZE, "sensors");

  private final int raw;
  private double seconds = REMEMBERED_SECONDS; // since the last one

  /**
   * @param raw how many channels of the frame are read from devices
   */
  DoubtfulReading(int raw) {
    this.raw = raw;
  }

  @Override
  public @Nullable Fault look(Tick tick, SampleFrame samples, double dtSeconds) {
    seconds += dtSeconds > 0 ? dtSeconds : 0;
    for (int i = 0; i < raw; i++) {
      seconds = samples.valid(i) ? seconds : 0;
    }
    return seconds < REMEMBERED_SECONDS ? DOUBTFUL : null;
  }

  @Override
  public void save(StateWriter out) {
    out.put("failsafe.doubtful", seconds);
  }

  @Override
  public void load(StateReader in) {
    seconds = in.has("failsafe.doubtful") ? in.getDouble("failsafe.doubtful") : REMEMBERED_SECONDS;
  }
}
